package ai.meddoc.server.analyses;

import ai.meddoc.summary.SummaryStatement;
import java.util.List;

/** One sentence on the wire. */
public record SummaryStatementJson(String text, List<String> evidence, List<EvidenceSpan> evidenceSpans) {

    static SummaryStatementJson of(SummaryStatement statement) {
        return new SummaryStatementJson(
                statement.text(), EvidenceSpan.quotes(statement.evidence()), EvidenceSpan.of(statement.evidence()));
    }
}
