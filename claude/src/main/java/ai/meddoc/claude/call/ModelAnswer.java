package ai.meddoc.claude.call;

import ai.meddoc.claude.ledger.TokenUsage;
import java.util.Objects;

/**
 * What a billed call brought, whether or not it is of use.
 *
 * @param text of the reply; may be PHI
 * @param stopReason the server's word for why it ended, empty when it gave none
 * @param requestId the server's id of the call, empty when it gave none
 */
public record ModelAnswer(String text, String stopReason, TokenUsage usage, String requestId) {

    public ModelAnswer {
        Objects.requireNonNull(text);
        Objects.requireNonNull(stopReason);
        Objects.requireNonNull(usage);
        Objects.requireNonNull(requestId);
    }

    @Override
    public String toString() {
        return "ModelAnswer[" + text.length() + " characters, " + stopReason + "]";
    }
}
