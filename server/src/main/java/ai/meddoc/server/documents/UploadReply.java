package ai.meddoc.server.documents;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param results as stored: JSON
 * @param sameContentAs the newest earlier document with the same bytes
 */
public record UploadReply(
        long documentId,
        boolean processed,
        @JsonRawValue @Nullable String results,
        @Nullable Long jobId,
        @Nullable Long sameContentAs) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "UploadReply[" + documentId + "]";
    }
}
