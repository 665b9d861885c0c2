package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.mention.Mention;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.TermIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From one asserted mention to a billable code, or to the rule that refuses it (Official Guidelines II.H, III, IV.H,
 * I.C.21.c.4). Immutable; thread-safe.
 */
final class MentionCoder {

    /** The context rules "resolved" and "in remission". */
    private static final String RESOLVED = "res-";

    private static final String REMISSION = "res-032";
    private static final Pattern REMITTING = Pattern.compile("C8[1-8]|C9[0-6]|F1[0-9]|F3[0-4]|E11");

    private static final Pattern DRUG_EFFECT = Pattern.compile("T(?:3[6-9]|4\\d|50).*[56]");
    private static final Pattern EFFECT_WORDS =
            Pattern.compile("(?i)advers|side effect|reaction|toxic|underdos|\\w-induced|\\w-associated");

    private final Icd10Cm release;
    private final TermIndex terms;
    private final TitleWords titles;
    private final Specificity specificity;
    private final MeasuredCodes measured;
    private final ImpliedWords implied;
    private final CodeMap histories = CodeMap.load("history-codes.tsv");
    private final CodeMap families = CodeMap.load("family-codes.tsv");

    MentionCoder(Icd10Cm release, TermIndex terms, TitleWords titles) {
        this.release = release;
        this.terms = terms;
        this.titles = titles;
        this.measured = new MeasuredCodes(release);
        this.implied = new ImpliedWords(titles.vocabulary());
        this.specificity = new Specificity(titles);
    }

    /** What became of a mention: a code, or the rule that refused it. */
    sealed interface Verdict {
        record Coded(List<Integer> nodes, String ruleId) implements Verdict {
            public Coded {
                nodes = List.copyOf(nodes);
            }
        }

        record Refused(String ruleId) implements Verdict {}
    }

    Verdict code(CodingInput input, int index, Sides sides) {
        Assertion assertion = input.assertions().get(index);
        Mention mention = input.mentions().get(index);
        return switch (assertion.experiencer()) {
            case FAMILY -> family(mention, assertion);
            case OTHER -> new Verdict.Refused("OTHER-PERSON");
            case PATIENT -> ofPatient(input, index, sides);
        };
    }

    private Verdict family(Mention mention, Assertion assertion) {
        if (assertion.presence() != Assertion.Presence.PRESENT) {
            return new Verdict.Refused("NEGATED");
        }
        Optional<String> code = families.of(release.codeAt(mention.node()));
        return code.map(c -> coded(release.indexOf(c), "FAMILY-HISTORY")).orElse(new Verdict.Refused("FAMILY-HISTORY"));
    }

    private static Verdict coded(int node, String ruleId) {
        return node < 0 ? new Verdict.Refused(ruleId) : new Verdict.Coded(List.of(node), ruleId);
    }

    private Verdict ofPatient(CodingInput input, int index, Sides sides) {
        return switch (input.assertions().get(index).presence()) {
            case ABSENT -> isStillCoded(input, index) ? present(input, index, sides) : new Verdict.Refused("NEGATED");
            case HYPOTHETICAL -> new Verdict.Refused("HYPOTHETICAL");
            case POSSIBLE ->
                input.encounterClass() == EncounterClass.INPATIENT || input.allMentions()
                        ? present(input, index, sides)
                        : new Verdict.Refused("UNCERTAIN-OUTPATIENT");
            case PRESENT -> present(input, index, sides);
        };
    }

    /** What resolved during an inpatient stay is coded all the same (II, III); some diseases have codes for remission. */
    private boolean isStillCoded(CodingInput input, int index) {
        String rule = input.assertions().get(index).ruleId();
        if (rule.equals(REMISSION)) {
            return REMITTING
                    .matcher(release.codeAt(input.mentions().get(index).node()))
                    .lookingAt();
        }
        return rule.startsWith(RESOLVED) && input.encounterClass() == EncounterClass.INPATIENT && !input.allMentions();
    }

    private Verdict present(CodingInput input, int index, Sides sides) {
        Assertion assertion = input.assertions().get(index);
        Mention mention = input.mentions().get(index);
        if (mention.isLearned()) {
            return coded(mention.node(), "");
        }
        if (assertion.temporality() == Assertion.Temporality.HISTORICAL && !input.allMentions()) {
            Optional<String> history = histories.of(release.codeAt(mention.node()));
            if (history.isPresent() && !input.problemHeads().get(index)) {
                return coded(release.indexOf(history.get()), "PERSONAL-HISTORY");
            }
        }
        if (isLooseDrugEffect(input, mention)) {
            return new Verdict.Refused("ADVERSE-EFFECT");
        }
        if (measured.decides(release.codeAt(mention.node()))) {
            return coded(measured.code(input.text(), input.words(), mention), "MOST-SPECIFIC");
        }
        SaidWords said =
                new SaidWords(input.words(), mention, sides, new SaidWords.Context(titles.of(mention.node()), implied));
        int[] found = specificity.resolve(mention.node(), wordsOf(mention), said, () -> Care.of(input, mention));
        if (found.length == 0) {
            return new Verdict.Refused("MOST-SPECIFIC");
        }
        return new Verdict.Coded(
                Arrays.stream(found).boxed().toList(), isBothSides(mention.node(), found) ? "LATERALITY-BOTH" : "");
    }

    /** A drug that is only named near "associated" or "induced" caused nothing; what it caused is read from the phrase. */
    private boolean isLooseDrugEffect(CodingInput input, Mention mention) {
        String code = release.codeAt(mention.node());
        return !input.allMentions()
                && DRUG_EFFECT.matcher(code).matches()
                && !EFFECT_WORDS.matcher(mention.span().of(input.text().text())).find();
    }

    private boolean isBothSides(int node, int[] found) {
        return found.length > 1 && !specificity.takesSeveral(node);
    }

    /** A stated code down to its 7th character; negative where there is no such code. */
    int whole(int node) {
        return node < 0 ? node : specificity.initial(node);
    }

    /** The words that a mention affirms: "nausea without vomiting" says nothing of vomiting. */
    private int[] wordsOf(Mention mention) {
        int[] words = terms.wordsOf(mention.termIndex());
        String phrase = mention.term().phrase();
        boolean denies = phrase.contains("without") || phrase.contains(" no ") || phrase.contains(" not ");
        return denies
                ? Specificity.affirmedOf(
                        words, TitleReader.read(phrase, titles.vocabulary()).denied())
                : words;
    }
}
