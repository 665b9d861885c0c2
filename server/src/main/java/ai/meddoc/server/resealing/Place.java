package ai.meddoc.server.resealing;

import ai.meddoc.server.sealing.SealedColumn;
import java.util.List;

/**
 * Where the values of a sealed column are.
 *
 * @param from the table as t, with the one as d that knows the tenant where it does not itself
 * @param key one or two numbers that name a row
 * @param identity what the seal of a value names after the tenant
 */
record Place(
        SealedColumn column,
        String table,
        String field,
        String from,
        String tenant,
        List<String> key,
        List<String> identity) {

    private static final String OF_DOCUMENT = " t JOIN documents d ON d.id = t.document_id";

    static final List<Place> ALL = List.of(
            new Place(
                    SealedColumn.FILE_NAME,
                    "documents",
                    "original_filename",
                    "documents t",
                    "t.tenant",
                    List.of("id"),
                    List.of("id")),
            analysis(SealedColumn.RESULTS, "results"),
            analysis(SealedColumn.TEXT, "extracted_text"),
            new Place(
                    SealedColumn.DECISION,
                    "review_decisions",
                    "choice",
                    "review_decisions" + OF_DOCUMENT,
                    "d.tenant",
                    List.of("id"),
                    List.of("document_id", "analysis_version", "revision")),
            new Place(
                    SealedColumn.ANNOUNCED,
                    "direct_uploads",
                    "announced",
                    "direct_uploads t",
                    "t.tenant",
                    List.of("id"),
                    List.of("storage_key")),
            new Place(
                    SealedColumn.HOLD_REASON,
                    "legal_holds",
                    "reason",
                    "legal_holds" + OF_DOCUMENT,
                    "d.tenant",
                    List.of("document_id"),
                    List.of("document_id")));

    private static Place analysis(SealedColumn column, String field) {
        return new Place(
                column,
                "analyses",
                field,
                "analyses" + OF_DOCUMENT,
                "d.tenant",
                List.of("document_id", "version"),
                List.of("document_id", "job_id"));
    }

    String secondKey(String otherwise) {
        return key.size() > 1 ? "t." + key.get(1) : otherwise;
    }
}
