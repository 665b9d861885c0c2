package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.TermIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** "Known" tells of a past diagnosis, not of one that is past. */
    private static final String KNOWN = "his-169";

    private static final Pattern HISTORY_CODE = Pattern.compile("Z8[5-7].*");
    private static final Pattern POISONING = Pattern.compile("T(?:3[6-9]|[45]\\d|6[0-5]).*");

    /** The context rules that tell a malignancy without evidence of disease (I.C.2.m). */
    private static final String NO_DISEASE = "ned-";

    private static final Pattern REMITTING = Pattern.compile("C8[1-8]|C9[0-6]|F1[0-9]|F3[0-4]|E11");

    private static final Pattern DRUG_EFFECT = Pattern.compile("T(?:3[6-9]|4\\d|50).*[56]");
    private static final Pattern EFFECT_WORDS =
            Pattern.compile("(?i)advers|side effect|reaction|toxic|underdos|\\w-induced|\\w-associated");

    private final Icd10Cm release;
    private final TermIndex terms;
    private final TitleWords titles;
    private final Specificity specificity;
    private final MeasuredCodes measured;
    private final ExamSites examSites;
    private final ImpliedWords implied;
    private final Rays rays;
    private final CarePhases phases = new CarePhases();
    private final CodeMap histories = CodeMap.load("history-codes.tsv");
    private final CodeMap families = CodeMap.load("family-codes.tsv");

    MentionCoder(Icd10Cm release, TermIndex terms, TitleWords titles) {
        this.release = release;
        this.terms = terms;
        this.titles = titles;
        this.measured = new MeasuredCodes(release);
        this.examSites = new ExamSites(release);
        this.implied = new ImpliedWords(titles.vocabulary());
        this.specificity = new Specificity(titles);
        this.rays = new Rays(release);
    }

    /** What a document says of all its mentions; made once per document. */
    record Document(Sides sides, CarePhases.OfDocument care, Map<Integer, Integer> sites) {

        Document {
            sites = Map.copyOf(sites);
        }

        /** The code that names the body part of the study, or the code itself. */
        int sited(int node) {
            return sites.getOrDefault(node, node);
        }

        @Override
        public String toString() {
            return "Document[]";
        }
    }

    Document documentOf(CodingInput input) {
        return new Document(
                new Sides(input.words(), titles.vocabulary()), phases.new OfDocument(input), examSites.of(input));
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

    Verdict code(CodingInput input, int index, Document document) {
        Assertion assertion = input.assertions().get(index);
        Mention mention = input.mentions().get(index);
        return switch (assertion.experiencer()) {
            case FAMILY -> family(mention, assertion);
            case OTHER -> new Verdict.Refused("OTHER-PERSON");
            case PATIENT -> ofPatient(input, index, document);
        };
    }

    private Verdict family(Mention mention, Assertion assertion) {
        if (assertion.presence() != Assertion.Presence.PRESENT) {
            return new Verdict.Refused("NEGATED");
        }
        int family = families.of(release.codeAt(mention.node()))
                .map(code -> whole(release.indexOf(code)))
                .orElse(-1);
        return family < 0 ? new Verdict.Refused("FAMILY-HISTORY") : coded(family, "FAMILY-HISTORY");
    }

    private static Verdict coded(int node, String ruleId) {
        return node < 0 ? new Verdict.Refused(ruleId) : new Verdict.Coded(List.of(node), ruleId);
    }

    private Verdict ofPatient(CodingInput input, int index, Document document) {
        return switch (input.assertions().get(index).presence()) {
            case ABSENT -> isStillCoded(input, index) ? present(input, index, document) : past(input, index);
            case HYPOTHETICAL -> new Verdict.Refused("HYPOTHETICAL");
            case POSSIBLE ->
                input.allMentions()
                        ? present(input, index, document)
                        : input.encounterClass() == EncounterClass.INPATIENT
                                ? uncertain(present(input, index, document))
                                : new Verdict.Refused("UNCERTAIN-OUTPATIENT");
            case PRESENT -> present(input, index, document);
        };
    }

    /** Inpatients' uncertain diagnoses are coded as if they were established (II.H). */
    private static Verdict uncertain(Verdict verdict) {
        return verdict instanceof Verdict.Coded coded && coded.ruleId().isEmpty()
                ? new Verdict.Coded(coded.nodes(), "UNCERTAIN-INPATIENT")
                : verdict;
    }

    /**
     * What resolved during an inpatient stay is coded all the same (II, III), and so is the reason for a study; some
     * diseases have codes for remission.
     */
    private boolean isStillCoded(CodingInput input, int index) {
        String rule = input.assertions().get(index).ruleId();
        if (rule.equals(REMISSION)) {
            return REMITTING
                    .matcher(release.codeAt(input.mentions().get(index).node()))
                    .lookingAt();
        }
        return rule.startsWith(RESOLVED)
                && !input.allMentions()
                && (input.encounterClass() == EncounterClass.INPATIENT
                        || input.sections().get(input.mentions().get(index).sentence()) == SectionKind.INDICATION);
    }

    private static boolean isPast(CodingInput input, int index) {
        Assertion assertion = input.assertions().get(index);
        return assertion.temporality() == Assertion.Temporality.HISTORICAL
                && !assertion.ruleId().equals(KNOWN)
                && !input.allMentions();
    }

    /** What resolved is history; what is denied is nothing. */
    private Verdict past(CodingInput input, int index) {
        if (HISTORY_CODE
                        .matcher(release.codeAt(input.mentions().get(index).node()))
                        .matches()
                && input.assertions().get(index).ruleId().startsWith(RESOLVED)) {
            return coded(input.mentions().get(index).node(), "");
        }
        Optional<String> history = input.assertions().get(index).ruleId().startsWith(RESOLVED) && !input.allMentions()
                ? histories.of(release.codeAt(input.mentions().get(index).node()))
                : Optional.empty();
        return history.map(code -> coded(release.indexOf(code), "PERSONAL-HISTORY"))
                .orElse(new Verdict.Refused("NEGATED"));
    }

    private Verdict present(CodingInput input, int index, Document document) {
        Assertion assertion = input.assertions().get(index);
        Mention mention = input.mentions().get(index);
        if (mention.isLearned()) {
            return coded(mention.node(), "");
        }
        if (isPast(input, index)) {
            Optional<String> history = histories.of(release.codeAt(mention.node()));
            boolean over = assertion.ruleId().startsWith(NO_DISEASE);
            if (history.isPresent() && (over || input.problems().get(index) == ProblemPlace.ELSEWHERE)) {
                return coded(release.indexOf(history.get()), "PERSONAL-HISTORY");
            }
            if (POISONING.matcher(release.codeAt(mention.node())).matches()) {
                return new Verdict.Refused("PERSONAL-HISTORY");
            }
        }
        if (isLooseDrugEffect(input, mention)) {
            return new Verdict.Refused("ADVERSE-EFFECT");
        }
        if (measured.decides(release.codeAt(mention.node()))) {
            return coded(measured.code(input.text(), input.words(), mention), "MOST-SPECIFIC");
        }
        int node = document.sited(mention.node());
        int[] found = resolved(input, mention, node, document);
        if (found.length == 0) {
            return new Verdict.Refused("MOST-SPECIFIC");
        }
        return new Verdict.Coded(
                Arrays.stream(rays.each(found, input, mention)).boxed().toList(),
                isBothSides(node, found) ? "LATERALITY-BOTH" : "");
    }

    private int[] resolved(CodingInput input, Mention mention, int node, Document document) {
        SaidWords said = new SaidWords(
                input.words(), mention, document.sides(), new SaidWords.Context(titles.of(node), implied));
        return specificity.resolve(
                node, wordsOf(mention), said, () -> document.care().of(mention));
    }

    /** A second code that a mention asks for, as specific as the words near it make it. */
    int[] beside(CodingInput input, int index, int node, Document document) {
        return release.billableAt(node)
                ? new int[] {node}
                : resolved(input, input.mentions().get(index), node, document);
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
