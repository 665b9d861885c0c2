package ai.meddoc.server.analyses;

import ai.meddoc.coding.RejectedCode;
import java.util.List;

/** A refused code on the wire. */
public record RejectedCodeJson(
        String code,
        String description,
        String rule,
        String reason,
        List<String> evidence,
        List<EvidenceSpan> evidenceSpans) {

    static RejectedCodeJson of(RejectedCode rejected) {
        return new RejectedCodeJson(
                rejected.code(),
                rejected.title(),
                rejected.ruleId(),
                rejected.reason(),
                EvidenceSpan.quotes(rejected.evidence()),
                EvidenceSpan.of(rejected.evidence()));
    }
}
