package ai.meddoc.server.problems;

import ai.meddoc.document.DocumentException;

/**
 * Why a document could not be processed, as stored with its job.
 *
 * @param status what a caller who waited would have got
 */
public record Failure(String type, String title, int status, String detail) {

    public static Failure of(ProblemType type, String detail) {
        return new Failure(type.uri(), type.title(), type.status(), detail);
    }

    public static Failure of(DocumentException e) {
        return of(ProblemType.of(e.reason()), String.valueOf(e.getMessage()));
    }
}
