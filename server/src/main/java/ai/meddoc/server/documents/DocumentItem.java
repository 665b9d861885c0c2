package ai.meddoc.server.documents;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list.
 *
 * @param localPath the storage key
 * @param failure as stored: JSON
 */
public record DocumentItem(
        long id,
        String originalFilename,
        Instant createdAt,
        String localPath,
        String state,
        String contentType,
        long sizeBytes,
        @Nullable String documentType,
        @Nullable Double confidence,
        @Nullable Integer pages,
        @Nullable Integer codesCount,
        @Nullable Long jobId,
        @JsonRawValue @Nullable String failure) {

    /** The file name is PHI. */
    @Override
    public String toString() {
        return "DocumentItem[" + id + " " + state + "]";
    }
}
