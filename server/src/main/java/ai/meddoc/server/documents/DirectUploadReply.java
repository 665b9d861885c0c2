package ai.meddoc.server.documents;

import java.time.Instant;
import java.util.Map;

/**
 * Where to send the file, and how.
 *
 * @param method PUT
 * @param headers to be sent exactly so
 */
public record DirectUploadReply(
        long uploadId, String method, String url, Map<String, String> headers, Instant expiresAt) {

    /** The address is a permission. */
    @Override
    public String toString() {
        return "DirectUploadReply[" + uploadId + "]";
    }
}
