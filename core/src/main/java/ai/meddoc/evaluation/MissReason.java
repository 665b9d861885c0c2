package ai.meddoc.evaluation;

import ai.meddoc.coding.RejectedCode;
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
    /** It was found and refused by a coding rule. */
    NOT_REPORTABLE("judged not reportable");

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

    public static MissReason of(String missed, Set<String> predicted, List<RejectedCode> rejected) {
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
        return asserted ? WRONG_ASSERTION : NOT_REPORTABLE;
    }
}
