package ai.meddoc.server.analyses;

import java.util.List;

/**
 * What two runs on one document say differently; what both say alike is only counted.
 *
 * @param sameCodes how many codes are in both without a difference
 */
public record ComparisonReply(
        AnalysisVersion from,
        AnalysisVersion to,
        TypeChange documentType,
        List<CodeChange> codes,
        int sameCodes,
        List<LabChange> labResults,
        int sameLabResults,
        List<StatementChange> summary,
        int sameStatements) {

    /** Prints no content. */
    @Override
    public String toString() {
        return "ComparisonReply[" + from.version() + ", " + to.version() + "]";
    }
}
