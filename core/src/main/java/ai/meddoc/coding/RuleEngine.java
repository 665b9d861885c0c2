package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the rule book to a document's drafts, in the book's order. Immutable; thread-safe. */
final class RuleEngine {

    private final Icd10Cm release;
    private final RuleBook rules;
    private final Exclusions exclusions;

    RuleEngine(Icd10Cm release, RuleBook rules) {
        this.release = release;
        this.rules = rules;
        this.exclusions = new Exclusions(release);
    }

    /** Replaces what combines by its combination code, keeping all evidence. */
    void combine(Map<String, Draft> drafts) {
        for (CodingRule rule : rules.combinations()) {
            Optional<Draft> about = find(drafts.values(), rule);
            if (about.isPresent() && isMet(drafts.values(), rule, about.get())) {
                apply(drafts, rule, about.get());
            }
        }
    }

    private static Optional<Draft> find(Collection<Draft> drafts, CodingRule rule) {
        return drafts.stream()
                .filter(d -> rule.isAbout(d.code()) && d.mentions().stream().anyMatch(CodedMention::isPresent))
                .findFirst();
    }

    private static boolean isMet(Collection<Draft> drafts, CodingRule rule, Draft about) {
        return rule.second().stream()
                .allMatch(group -> drafts.stream().anyMatch(d -> d != about && CodingRule.anyMatches(group, d.code())));
    }

    private void apply(Map<String, Draft> drafts, CodingRule rule, Draft about) {
        int node = release.indexOf(rule.result());
        if (node < 0) {
            return;
        }
        Draft result = new Draft(node, release.codeAt(node), about.mentions(), about.ruleIds()).by(rule.id());
        drafts.remove(about.code());
        List<Draft> others = drafts.values().stream()
                .filter(d -> rule.second().stream().anyMatch(group -> CodingRule.anyMatches(group, d.code())))
                .toList();
        for (Draft other : others) {
            result = result.absorbing(other);
            if (rule.kind() == CodingRule.Kind.MERGE) {
                drafts.remove(other.code());
            } else {
                drafts.put(other.code(), other.by(rule.id()));
            }
        }
        Draft known = drafts.get(result.code());
        drafts.put(
                result.code(), known == null ? result : known.absorbing(result).by(rule.id()));
    }

    /** Takes out what must not be reported beside the others; where every mention counts, nothing. */
    void exclude(Map<String, Draft> drafts, CodingInput input, Rejections rejections) {
        if (input.allMentions()) {
            return;
        }
        for (CodingRule rule : rules.drops()) {
            for (Draft draft : List.copyOf(drafts.values())) {
                if (rule.isAbout(draft.code()) && isDropped(drafts.values(), rule, draft)) {
                    drafts.remove(draft.code());
                    rejections.draft(draft, rule.id());
                }
            }
        }
        lessSpecific(drafts, rejections);
        exclusions.apply(drafts, rejections);
    }

    private static boolean isDropped(Collection<Draft> drafts, CodingRule rule, Draft draft) {
        boolean beside = rule.second().stream()
                .anyMatch(group -> drafts.stream()
                        .anyMatch(
                                d -> d != draft && !rule.isAbout(d.code()) && CodingRule.anyMatches(group, d.code())));
        return (rule.kind() == CodingRule.Kind.DROP) == beside;
    }

    /** Of two codes that differ only in how specific they are the more specific one stays (I.B.2). */
    private void lessSpecific(Map<String, Draft> drafts, Rejections rejections) {
        List<Draft> all = new ArrayList<>(drafts.values());
        for (Draft draft : all) {
            boolean dropped = all.stream()
                    .anyMatch(d ->
                            d != draft && drafts.containsKey(d.code()) && SameConcept.isRefinedBy(release, draft, d));
            if (dropped) {
                drafts.remove(draft.code());
                rejections.draft(draft, "MOST-SPECIFIC");
            }
        }
    }
}
