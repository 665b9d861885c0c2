package ai.meddoc.server.evals;

import java.time.Instant;
import java.util.List;

/** Figures on the bundled set, in the reference's shape. */
public record EvalReport(
        int items,
        double codesPrecision,
        double codesRecall,
        double codesF1,
        double summaryCoverage,
        String mode,
        List<EvalTestResult> testResults,
        EvalMetadata metadata) {

    /** One document: the set is synthetic, so its texts may be shown. */
    public record EvalTestResult(
            String id,
            String documentType,
            String query,
            List<String> expectedCodes,
            List<String> predictedCodes,
            String generatedSummary,
            EvalMetrics metrics) {}

    /** Exact-code figures of one document, and the share of expected facts that its summary states. */
    public record EvalMetrics(double precision, double recall, double f1, double coverage) {}

    /** What was measured, when, and how long it took. */
    public record EvalMetadata(
            String dataset,
            Instant createdAt,
            String engineVersion,
            String terminologyRelease,
            double typeAccuracy,
            long millis) {}
}
