package ai.meddoc.server.documents;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.server.analyses.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A document to be stored, checked.
 *
 * @param upgradeLater whether Claude, where it is away, is asked again when it is back
 */
record NewDocument(
        String tenant,
        String filename,
        String contentType,
        boolean runPipeline,
        @Nullable DocumentType typeHint,
        Encounter encounter,
        Priority priority,
        boolean upgradeLater) {

    /** All that was said of a file, by which two uploads are told apart. */
    String[] said(String sha256) {
        return new String[] {
            sha256,
            filename,
            String.valueOf(runPipeline),
            String.valueOf(typeHint),
            String.valueOf(encounter.encounterClass()),
            String.valueOf(encounter.dateOfService()),
            upgradeLater ? "upgrade later" : ""
        };
    }

    /** The file name is PHI. */
    @Override
    public String toString() {
        return "NewDocument[" + contentType + "]";
    }
}
