package ai.meddoc.server.analyses;

import ai.meddoc.server.database.Row;
import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The versions of a document's results in the database: added and deleted with their document, never changed. */
final class AnalysisRows {

    private static final String VERSIONS = "SELECT a.version, a.job_id, a.created_at, a.engine, a.engine_version,"
            + " a.model, a.terminology_release, a.rules_version, a.document_type, a.codes_count,"
            + " CASE WHEN a.version = (SELECT MAX(n.version) FROM analyses n WHERE n.document_id = a.document_id)"
            + " THEN 1 ELSE 0 END AS newest";
    private static final String OF_DOCUMENT =
            " FROM analyses a JOIN documents d ON d.id = a.document_id WHERE d.id = ? AND d.tenant = ?";

    private AnalysisRows() {}

    /** Adds the next version; the caller holds the document's row, so that no other does at the same time. */
    static void add(Connection connection, SealedColumns columns, Claim claim, Finished finished, long now)
            throws SQLException {
        Origin origin = finished.origin();
        Row.change(
                connection,
                "INSERT INTO analyses (document_id, version, job_id, created_at, engine, engine_version, model,"
                        + " terminology_release, rules_version, document_type, codes_count, results, extracted_text)"
                        + " VALUES (?, (SELECT COALESCE(MAX(version), 0) + 1 FROM analyses WHERE document_id = ?),"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                claim.documentId(),
                claim.documentId(),
                claim.jobId(),
                now,
                origin.engine(),
                origin.engineVersion(),
                origin.model(),
                origin.terminologyRelease(),
                origin.rulesVersion(),
                finished.documentType(),
                finished.codes(),
                columns.seal(
                        SealedColumn.RESULTS, finished.results(), claim.tenant(), claim.documentId(), claim.jobId()),
                columns.seal(
                        SealedColumn.TEXT,
                        finished.extractedText(),
                        claim.tenant(),
                        claim.documentId(),
                        claim.jobId()));
    }

    /** The newest first; empty if the tenant has no such document. */
    static Optional<List<AnalysisVersion>> list(Connection connection, long document, String tenant)
            throws SQLException {
        boolean known = Row.first(
                        connection,
                        "SELECT id FROM documents WHERE id = ? AND tenant = ?",
                        row -> row.number("id"),
                        document,
                        tenant)
                .isPresent();
        return known
                ? Optional.of(Row.list(
                        connection,
                        VERSIONS + OF_DOCUMENT + " ORDER BY a.version DESC",
                        AnalysisRows::version,
                        document,
                        tenant))
                : Optional.empty();
    }

    static Optional<AnalysisDetail> find(
            Connection connection, SealedColumns columns, long document, String tenant, int version)
            throws SQLException {
        return Row.first(
                connection,
                VERSIONS + ", a.results" + OF_DOCUMENT + " AND a.version = ?",
                row -> new AnalysisDetail(
                        version(row),
                        columns.open(
                                SealedColumn.RESULTS, row.text("results"), tenant, document, row.number("job_id"))),
                document,
                tenant,
                version);
    }

    private static AnalysisVersion version(Row row) throws SQLException {
        return new AnalysisVersion(
                (int) row.number("version"),
                row.number("job_id"),
                Instant.ofEpochMilli(row.number("created_at")),
                row.text("engine"),
                row.text("engine_version"),
                row.textOrNull("model"),
                row.text("terminology_release"),
                row.text("rules_version"),
                row.text("document_type"),
                (int) row.number("codes_count"),
                row.number("newest") == 1);
    }
}
