package ai.meddoc.server.sealing;

/** The columns that hold PHI; docs/phi.md lists what else holds some. What follows the tenant names the row of a value. */
public enum SealedColumn {
    /** By document. */
    FILE_NAME("documents.original_filename"),
    /** By document and job. */
    RESULTS("analyses.results"),
    /** By document and job. */
    TEXT("analyses.extracted_text"),
    /** By document, version of the results, revision of the review. */
    DECISION("review_decisions.choice"),
    /** By storage key. */
    ANNOUNCED("direct_uploads.announced"),
    /** By document. */
    HOLD_REASON("legal_holds.reason");

    private final String place;

    SealedColumn(String place) {
        this.place = place;
    }

    String place() {
        return place;
    }
}
