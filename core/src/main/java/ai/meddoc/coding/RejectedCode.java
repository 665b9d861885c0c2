package ai.meddoc.coding;

import java.util.List;
import java.util.Objects;

/**
 * A code that was considered and refused; shown to the coder, who can overrule it.
 *
 * @param code as considered, not necessarily existing or billable
 * @param title its title, or the empty string if it does not exist
 * @param ruleId the rule that refused it
 * @param reason one sentence
 * @param evidence what had spoken for it, possibly nothing
 */
public record RejectedCode(String code, String title, String ruleId, String reason, List<Evidence> evidence) {

    public RejectedCode {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
        Objects.requireNonNull(ruleId);
        Objects.requireNonNull(reason);
        evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
        return "RejectedCode[" + code + " " + ruleId + "]";
    }
}
