package ai.meddoc.server.documents;

import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import java.time.Instant;

/** Why a document must not be deleted, and who says so. */
public record HoldJson(long documentId, String reason, String placedBy, Instant placedAt) {

    /** With the reason that was stored. */
    HoldJson opened(SealedColumns columns, String tenant) {
        String clear = columns.open(SealedColumn.HOLD_REASON, reason, tenant, documentId);
        return new HoldJson(documentId, clear, placedBy, placedAt);
    }

    /** The reason is a person's own words. */
    @Override
    public String toString() {
        return "HoldJson[" + documentId + "]";
    }
}
