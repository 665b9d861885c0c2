package ai.meddoc.server.documents;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import org.jspecify.annotations.Nullable;

/** A document to be stored, checked. */
record NewDocument(
        String tenant,
        String filename,
        String contentType,
        boolean runPipeline,
        @Nullable DocumentType typeHint,
        Encounter encounter) {

    /** The file name is PHI. */
    @Override
    public String toString() {
        return "NewDocument[" + contentType + "]";
    }
}
