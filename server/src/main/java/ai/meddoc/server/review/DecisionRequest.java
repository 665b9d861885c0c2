package ai.meddoc.server.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as it is asked for; which members count depends on the action. */
public record DecisionRequest(
        @Nullable String action,
        @Nullable String item,
        @Nullable String code,
        @Nullable String reason,
        @Nullable List<EvidenceRequest> evidenceSpans,
        @Nullable List<String> order) {

    static final DecisionRequest NOTHING = new DecisionRequest(null, null, null, null, null, null);

    /** Prints no text. */
    @Override
    public String toString() {
        return "DecisionRequest[]";
    }
}
