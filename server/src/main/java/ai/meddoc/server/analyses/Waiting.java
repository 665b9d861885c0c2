package ai.meddoc.server.analyses;

/**
 * A job that nobody holds, with what decides when it is its turn.
 *
 * @param text whether it is text, read at once, or waits for one of the few processes that read PDF and scans
 */
public record Waiting(long jobId, String tenant, Priority priority, boolean text) {

    /** The content type of text. */
    public static boolean isText(String contentType) {
        return contentType.startsWith("text/");
    }
}
