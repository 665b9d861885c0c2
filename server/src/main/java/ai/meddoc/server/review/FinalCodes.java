package ai.meddoc.server.review;

import ai.meddoc.server.analyses.EvidenceSpan;
import ai.meddoc.server.problems.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codes that a finished review comes to, the first-listed one first. */
public record FinalCodes(
        long documentId,
        int analysisVersion,
        int revision,
        Instant finishedAt,
        String finishedBy,
        String terminologyRelease,
        List<FinalCode> codes) {

    /**
     * One of them.
     *
     * @param verdict accepted, amended, added or restored
     * @param proposedCode what the engine said, where it was amended
     * @param reason the coder's
     */
    public record FinalCode(
            int sequence,
            String code,
            String description,
            String verdict,
            @Nullable String proposedCode,
            @Nullable String reason,
            List<String> evidence,
            List<EvidenceSpan> evidenceSpans) {

        static FinalCode of(int sequence, Line line) {
            ReviewDecision decision = line.decision();
            boolean amended = line.verdict() == Verdict.AMENDED && line.origin() == Origin.CODED;
            return new FinalCode(
                    sequence,
                    line.coded().code(),
                    line.coded().description(),
                    line.verdict().wireName(),
                    amended ? line.proposal().coded().code() : null,
                    decision == null ? null : decision.choice().reason(),
                    line.coded().evidence().stream().map(EvidenceSpan::quote).toList(),
                    line.coded().evidence());
        }

        /** Prints no text. */
        @Override
        public String toString() {
            return "FinalCode[" + sequence + "]";
        }
    }

    /** @throws ProblemException if the review is not finished */
    static FinalCodes of(LoadedReview loaded) {
        ReviewedAnalysis analysis = loaded.analysis();
        Review review = loaded.review();
        ReviewDecision finish = review.finish()
                .orElseThrow(() -> Review.conflict("The review is not finished, so there are no final codes yet."));
        List<FinalCode> codes = new ArrayList<>();
        for (Line line : review.listed()) {
            codes.add(FinalCode.of(codes.size() + 1, line));
        }
        return new FinalCodes(
                analysis.documentId(),
                analysis.version(),
                review.revision(),
                finish.at(),
                finish.by(),
                analysis.terminologyRelease(),
                codes);
    }
}
