package ai.meddoc.evaluation;

import ai.meddoc.coding.Evidence;
import ai.meddoc.coding.RejectedCode;
import ai.meddoc.section.Section;
import ai.meddoc.section.SectionKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a gold code was not predicted, as far as the engine's own answer tells. */
public enum MissReason {
    /** Nothing in the answer is of the code's category. */
    NO_MENTION("no mention found"),
    /** It was found, and taken for negated, possible, hypothetical or somebody else's. */
    WRONG_ASSERTION("wrong assertion"),
    /** Another code of the same category was predicted. */
    WRONG_SPECIFICITY("wrong specificity"),
    /** It was found only where a coder does not look for what to report: background, examination, instructions. */
    WRONG_SECTION("wrong section"),
    /** It was found and refused by a coding rule, or judged not to be what the visit was about. */
    NOT_REPORTABLE("judged not reportable");

    private static final Set<SectionKind> BACKGROUND = EnumSet.of(
            SectionKind.PAST_MEDICAL_HISTORY,
            SectionKind.PAST_SURGICAL_HISTORY,
            SectionKind.FAMILY_HISTORY,
            SectionKind.SOCIAL_HISTORY,
            SectionKind.MEDICATIONS,
            SectionKind.ALLERGIES,
            SectionKind.REVIEW_OF_SYSTEMS,
            SectionKind.VITAL_SIGNS,
            SectionKind.PHYSICAL_EXAM,
            SectionKind.TECHNIQUE,
            SectionKind.COMPARISON,
            SectionKind.INSTRUCTIONS,
            SectionKind.HEADER,
            SectionKind.SIGNATURE);

    /** The rule id of what the learned model keeps back. */
    private static final String MODEL = "NOT-REPORTABLE";

    /** The ids of the coding rules that refuse a mention for its assertion. */
    private static final Set<String> ASSERTION_RULES =
            Set.of("NEGATED", "HYPOTHETICAL", "UNCERTAIN-OUTPATIENT", "OTHER-PERSON", "FAMILY-HISTORY");

    private final String words;

    MissReason(String words) {
        this.words = words;
    }

    /** For a reader of the report. */
    public String words() {
        return words;
    }

    /**
     * The reason, as far as the answer tells.
     *
     * @param sections of the same document
     */
    public static MissReason of(
            String missed, Set<String> predicted, List<RejectedCode> rejected, List<Section> sections) {
        String category = CodeForm.category(CodeForm.of(missed));
        if (predicted.stream().anyMatch(code -> CodeForm.category(code).equals(category))) {
            return WRONG_SPECIFICITY;
        }
        List<RejectedCode> alike = rejected.stream()
                .filter(r -> CodeForm.category(CodeForm.of(r.code())).equals(category))
                .toList();
        if (alike.isEmpty()) {
            return NO_MENTION;
        }
        boolean asserted = alike.stream().allMatch(r -> ASSERTION_RULES.contains(r.ruleId()));
        if (asserted) {
            return WRONG_ASSERTION;
        }
        boolean learned = alike.stream().allMatch(r -> r.ruleId().equals(MODEL));
        return learned && alike.stream().flatMap(r -> r.evidence().stream()).allMatch(e -> isBackground(e, sections))
                ? WRONG_SECTION
                : NOT_REPORTABLE;
    }

    private static boolean isBackground(Evidence evidence, List<Section> sections) {
        return sections.stream()
                .filter(section -> section.span().overlaps(evidence.span()))
                .anyMatch(section -> BACKGROUND.contains(section.kind()));
    }
}
