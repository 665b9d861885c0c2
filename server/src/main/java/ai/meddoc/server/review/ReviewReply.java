package ai.meddoc.server.review;

import java.util.List;

/**
 * A review as it stands.
 *
 * @param newest whether the results reviewed are those in force
 * @param reviewedVersions the document's results that somebody decided on
 * @param revision how many decisions there are
 * @param etag what the next decision sends as If-Match
 * @param state open or finished
 * @param decided how many of the engine's codes are decided on
 * @param total how many codes the engine gave
 * @param items in the sequence of the codes
 * @param history from the first decision on
 */
public record ReviewReply(
        long documentId,
        int analysisVersion,
        boolean newest,
        List<Integer> reviewedVersions,
        int revision,
        String etag,
        String state,
        int decided,
        int total,
        String terminologyRelease,
        List<ReviewItemJson> items,
        List<ReviewDecision> history) {

    static ReviewReply of(LoadedReview loaded) {
        ReviewedAnalysis analysis = loaded.analysis();
        Review review = loaded.review();
        List<Line> listed = review.listed();
        return new ReviewReply(
                analysis.documentId(),
                analysis.version(),
                analysis.newest(),
                loaded.reviewed(),
                review.revision(),
                loaded.current().etag(),
                review.finish().isPresent() ? "finished" : "open",
                review.decided(),
                review.total(),
                analysis.terminologyRelease(),
                review.lines().stream()
                        .map(line -> ReviewItemJson.of(line, line.isListed() ? listed.indexOf(line) + 1 : null))
                        .toList(),
                review.history());
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "ReviewReply[" + documentId + " " + etag + "]";
    }
}
