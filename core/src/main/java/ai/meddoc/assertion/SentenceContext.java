package ai.meddoc.assertion;

import ai.meddoc.assertion.Assertion.Experiencer;
import ai.meddoc.assertion.Assertion.Presence;
import ai.meddoc.assertion.Assertion.Temporality;
import ai.meddoc.assertion.ContextRule.Category;
import ai.meddoc.section.SectionKind;
import ai.meddoc.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one sentence says of any mention in it: computed once, asked for each mention. Immutable and thread-safe. Prints
 * no text.
 */
public final class SentenceContext {

    /** The rule id of mentions under a family history heading that no phrase decided. */
    public static final String FAMILY_SECTION = "section-family";

    private final SectionKind section;
    private final List<Scope> scopes;

    SentenceContext(SectionKind section, List<Scope> scopes) {
        this.section = section;
        this.scopes = List.copyOf(scopes);
    }

    /**
     * The assertion of a mention. Presence, temporality and experiencer are decided apart; the result names one trigger:
     * that of the experiencer, else of the presence, else of the temporality.
     *
     * @param mention inside the sentence
     */
    public Assertion assertionOf(Span mention) {
        Scope who = nearest(mention, Category.FAMILY, Category.OTHER_PERSON);
        Scope there = presence(mention);
        Scope when = nearest(mention, Category.HISTORICAL, Category.HISTORICAL);
        boolean family = who == null && section == SectionKind.FAMILY_HISTORY;
        if (who == null && there == null && when == null && !family) {
            return Assertion.DEFAULT;
        }
        Scope shown = who != null ? who : family ? null : there != null ? there : when;
        return new Assertion(
                there == null ? Presence.PRESENT : presenceOf(there.rule().category()),
                when == null ? Temporality.CURRENT : Temporality.HISTORICAL,
                family ? Experiencer.FAMILY : experiencerOf(who),
                shown == null ? null : shown.trigger(),
                shown == null ? null : shown.span(),
                shown == null ? FAMILY_SECTION : shown.rule().id());
    }

    /** As if a mention stood in reach of every trigger of the sentence: for concepts that the sentence paraphrases. */
    Assertion assertionAnywhere() {
        Presence presence = Presence.PRESENT;
        Temporality temporality = Temporality.CURRENT;
        @Nullable Scope shown = null;
        for (Scope scope : scopes) {
            Category category = scope.rule().category();
            if (category == Category.NEGATED || category == Category.RESOLVED) {
                presence = Presence.ABSENT;
                shown = scope;
            } else if (category == Category.HISTORICAL) {
                temporality = Temporality.HISTORICAL;
                shown = shown == null ? scope : shown;
            }
        }
        return new Assertion(
                presence,
                temporality,
                Experiencer.PATIENT,
                shown == null ? null : shown.trigger(),
                shown == null ? null : shown.span(),
                shown == null ? "" : shown.rule().id());
    }

    /** Negation outweighs a condition, a condition outweighs doubt. */
    private @Nullable Scope presence(Span mention) {
        Scope absent = nearest(mention, Category.NEGATED, Category.RESOLVED);
        if (absent != null) {
            return absent;
        }
        Scope condition = nearest(mention, Category.HYPOTHETICAL, Category.HYPOTHETICAL);
        return condition != null ? condition : nearest(mention, Category.POSSIBLE, Category.POSSIBLE);
    }

    private @Nullable Scope nearest(Span mention, Category first, Category second) {
        Scope best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            Category category = scope.rule().category();
            if ((category == first || category == second) && scope.governs(mention)) {
                int distance = distance(scope.trigger(), mention);
                if (distance < bestDistance) {
                    best = scope;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    private static int distance(Span trigger, Span mention) {
        return trigger.end() <= mention.start() ? mention.start() - trigger.end() : trigger.start() - mention.end();
    }

    private static Presence presenceOf(Category category) {
        return switch (category) {
            case NEGATED, RESOLVED -> Presence.ABSENT;
            case POSSIBLE -> Presence.POSSIBLE;
            case HYPOTHETICAL -> Presence.HYPOTHETICAL;
            default -> Presence.PRESENT;
        };
    }

    private static Experiencer experiencerOf(@Nullable Scope scope) {
        if (scope == null) {
            return Experiencer.PATIENT;
        }
        return scope.rule().category() == Category.FAMILY ? Experiencer.FAMILY : Experiencer.OTHER;
    }

    @Override
    public String toString() {
        return "SentenceContext[" + section + ", " + scopes.size() + " scopes]";
    }
}
