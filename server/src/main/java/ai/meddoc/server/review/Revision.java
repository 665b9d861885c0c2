package ai.meddoc.server.review;

import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which state of which review: what a decision has to name, so that nobody decides on what they have not seen. */
record Revision(int version, int number) {

    /** With its quotes, as in a header. */
    String etag() {
        return '"' + String.valueOf(version) + '-' + number + '"';
    }

    /**
     * @param header the request's If-Match
     * @throws ProblemException if it is missing or names another state
     */
    void match(@Nullable String header) {
        if (header == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "If-Match is missing: send the ETag of the review that the decision was made on.");
        }
        if (Arrays.stream(header.split(",")).map(String::strip).noneMatch(etag()::equals)) {
            throw stale();
        }
    }

    ProblemException stale() {
        return new ProblemException(
                ProblemType.STALE,
                "The review moved on to revision " + number + " of analysis " + version
                        + ": look at it and decide again.");
    }
}
