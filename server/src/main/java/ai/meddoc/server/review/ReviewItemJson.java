package ai.meddoc.server.review;

import ai.meddoc.server.analyses.EvidenceSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the review on the wire.
 *
 * @param sequence 1 for the first-listed code; null where it is not reported as things stand
 * @param proposedCode what the engine or the refused proposal said; null for an added one
 */
public record ReviewItemJson(
        String item,
        String origin,
        String verdict,
        @Nullable Integer sequence,
        String code,
        String description,
        @Nullable String proposedCode,
        @Nullable String proposedDescription,
        @Nullable String status,
        @Nullable Double confidence,
        @Nullable String rationale,
        List<String> rules,
        List<String> evidence,
        List<EvidenceSpan> evidenceSpans,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static ReviewItemJson of(Line line, @Nullable Integer sequence) {
        Proposal.Argument argument = line.proposal().argument();
        Coded proposed = line.origin() == Origin.ADDED ? null : line.proposal().coded();
        ReviewDecision decision = line.decision();
        return new ReviewItemJson(
                line.item(),
                line.origin().wireName(),
                line.verdict().wireName(),
                sequence,
                line.coded().code(),
                line.coded().description(),
                proposed == null ? null : proposed.code(),
                proposed == null ? null : proposed.description(),
                argument.status(),
                argument.confidence(),
                argument.rationale(),
                argument.rules(),
                line.coded().evidence().stream().map(EvidenceSpan::quote).toList(),
                line.coded().evidence(),
                decision == null ? null : decision.choice().reason(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at());
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "ReviewItem[" + item + " " + verdict + "]";
    }
}
