package ai.meddoc.server.analyses;

import ai.meddoc.coding.Evidence;
import ai.meddoc.summary.Summary;
import ai.meddoc.summary.SummaryStatement;
import java.util.List;

/** A summary on the wire. */
public record SummaryJson(
        String summary,
        double confidence,
        List<String> evidence,
        List<EvidenceSpan> evidenceSpans,
        List<String> bullets,
        List<String> citations,
        List<SummaryStatementJson> statements) {

    static SummaryJson of(Summary summary) {
        List<SummaryStatement> statements = summary.statements();
        List<Evidence> all =
                statements.stream().flatMap(s -> s.evidence().stream()).toList();
        return new SummaryJson(
                summary.text(),
                summary.confidence(),
                EvidenceSpan.quotes(all),
                EvidenceSpan.of(all),
                statements.stream().map(SummaryStatement::text).toList(),
                statements.stream().map(SummaryJson::citation).toList(),
                statements.stream().map(SummaryStatementJson::of).toList());
    }

    private static String citation(SummaryStatement statement) {
        Evidence first = statement.evidence().getFirst();
        return "page " + first.page() + ", " + first.span().start() + "-"
                + first.span().end();
    }
}
