package ai.meddoc.server.analyses;

import ai.meddoc.coding.CodeAssignment;
import java.util.List;
import java.util.Locale;

/** A code on the wire. */
public record CodeJson(
        String code,
        String description,
        double confidence,
        String status,
        boolean firstListed,
        String rationale,
        List<String> rules,
        List<String> evidence,
        List<EvidenceSpan> evidenceSpans) {

    static CodeJson of(CodeAssignment assignment) {
        return new CodeJson(
                assignment.code().code(),
                assignment.code().title(),
                assignment.confidence(),
                assignment.status().name().toLowerCase(Locale.ROOT),
                assignment.firstListed(),
                assignment.rationale(),
                assignment.ruleIds(),
                EvidenceSpan.quotes(assignment.evidence()),
                EvidenceSpan.of(assignment.evidence()));
    }
}
