package ai.meddoc.server.problems;

/**
 * RFC 9457.
 *
 * @param type the address of the problem's kind
 * @param title fixed for the type
 * @param detail one sentence: ids, counts and limits, never content
 * @param instance the request's id
 */
public record Problem(String type, String title, int status, String detail, String instance) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, String detail, String requestId) {
        return new Problem(type.uri(), type.title(), type.status(), detail, "urn:uuid:" + requestId);
    }
}
