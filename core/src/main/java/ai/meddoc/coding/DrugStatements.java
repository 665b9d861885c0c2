package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.CuedPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the text says of drugs beyond naming them: that one caused a condition, was taken too little, is taken for long,
 * is monitored, or is not tolerated (Official Guidelines I.C.19.e.5, I.C.21.c.3). Immutable; thread-safe.
 */
final class DrugStatements {

    /** How far a condition may stand from its drug. */
    private static final int REACH = 55;

    private final Icd10Cm release;
    private final DrugTable drugs;
    private final DrugUse use;
    private final UnderdosingReasons reasons = new UnderdosingReasons();
    private final CuedPattern causeBefore;
    private final CuedPattern causeAfter;
    private final CuedPattern noCauseAfter;
    private final CuedPattern tooLittle;
    private final CuedPattern stoppedBefore;
    private final CuedPattern stoppedAfter;
    private final CuedPattern allergyBefore;
    private final CuedPattern allergyAfter;
    private final CuedPattern none;

    DrugStatements(Icd10Cm release, Vocabulary vocabulary) {
        PhrasePatterns phrases = PhrasePatterns.load("drug-phrases.tsv");
        this.release = release;
        this.drugs = new DrugTable(vocabulary);
        this.use = new DrugUse(phrases);
        this.causeBefore = phrases.of("cause-before");
        this.causeAfter = phrases.of("cause-after");
        this.noCauseAfter = phrases.of("no-cause-after");
        this.tooLittle = phrases.of("too-little");
        this.stoppedBefore = phrases.of("stopped-before");
        this.stoppedAfter = phrases.of("stopped-after");
        this.allergyBefore = phrases.of("allergy-before");
        this.allergyAfter = phrases.of("allergy-after");
        this.none = phrases.of("none");
    }

    List<Statement> read(CodingInput input) {
        List<Statement> found = new ArrayList<>();
        Map<Integer, List<Mention>> conditions = conditions(input);
        for (int s = 0; s < input.words().sentences(); s++) {
            int[] words = input.words().words(s);
            for (int t = 0; t < words.length; t++) {
                DrugTable.Drug drug = drugs.of(words[t], input.words().token(s, t), input.text());
                if (drug != null) {
                    DrugPlace place =
                            DrugPlace.of(input, s, input.words().token(s, t).span());
                    read(drug, place, conditions.getOrDefault(s, List.of()), found);
                }
            }
        }
        return found;
    }

    /** The affirmed conditions of each sentence that a drug may have caused. */
    private Map<Integer, List<Mention>> conditions(CodingInput input) {
        Map<Integer, List<Mention>> bySentence = new HashMap<>();
        for (int i = 0; i < input.mentions().size(); i++) {
            Mention mention = input.mentions().get(i);
            Assertion assertion = input.assertions().get(i);
            String code = release.codeAt(mention.node());
            if (assertion.isAffirmed() && "CSTVWXYZ".indexOf(code.charAt(0)) < 0) {
                bySentence
                        .computeIfAbsent(mention.sentence(), n -> new ArrayList<>())
                        .add(mention);
            }
        }
        return bySentence;
    }

    private void read(DrugTable.Drug drug, DrugPlace place, List<Mention> conditions, List<Statement> found) {
        boolean denied = none.isIn(place.before());
        boolean stopped = stoppedBefore.isIn(place.before()) && stoppedAfter.isIn(place.after());
        if (stopped || tooLittle.isIn(place.before())) {
            found.add(place.says(drug.stem() + "6", place.drug(), "UNDERDOSING"));
            found.add(place.says(reasons.of(place.whole()), place.drug(), "UNDERDOSING"));
            return;
        }
        if (isAllergy(place) && !denied) {
            found.add(place.says(drug.allergy(), place.drug(), "DRUG-ALLERGY"));
            return;
        }
        Mention caused = denied ? null : caused(place, conditions);
        if (caused != null) {
            found.add(place.says(drug.stem() + "5", caused.span().cover(place.drug()), "ADVERSE-EFFECT"));
        } else if (!denied) {
            use.read(drug, place, found);
        }
    }

    private boolean isAllergy(DrugPlace place) {
        return place.section() == SectionKind.ALLERGIES
                || allergyBefore.isIn(place.before())
                || allergyAfter.isIn(place.after());
    }

    private @Nullable Mention caused(DrugPlace place, List<Mention> conditions) {
        boolean before = causeBefore.isIn(place.before()) && !noCauseAfter.isIn(place.after());
        boolean after = causeAfter.isIn(place.after());
        Mention nearest = null;
        int best = REACH;
        for (Mention mention : before || after ? conditions : List.<Mention>of()) {
            int distance = distance(mention, place, after);
            boolean covers = mention.span().overlaps(place.drug());
            if (covers || distance < best) {
                nearest = mention;
                best = covers ? 0 : distance;
            }
        }
        return nearest;
    }

    /** What a drug caused stands before it, or behind "-induced". */
    private static int distance(Mention mention, DrugPlace place, boolean after) {
        if (mention.span().end() <= place.drug().start()) {
            return place.drug().start() - mention.span().end();
        }
        return after ? mention.span().start() - place.drug().end() : REACH;
    }
}
