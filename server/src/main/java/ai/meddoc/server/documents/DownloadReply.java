package ai.meddoc.server.documents;

import java.time.Instant;

/** Where the file can be had for a short time. */
public record DownloadReply(String url, Instant expiresAt) {

    /** The address is a permission. */
    @Override
    public String toString() {
        return "DownloadReply[" + expiresAt + "]";
    }
}
