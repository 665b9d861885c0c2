package ai.meddoc.server.documents;

import org.jspecify.annotations.Nullable;

/** What will be sent into the bucket, and what to do with it. */
public record DirectUploadRequest(
        @Nullable String filename,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        @Nullable Boolean runPipeline,
        @Nullable String documentTypeHint,
        @Nullable String encounter,
        @Nullable String dateOfService,
        @Nullable String priority) {

    /** The file name is PHI. */
    @Override
    public String toString() {
        return "DirectUploadRequest[]";
    }
}
