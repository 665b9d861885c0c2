package ai.meddoc.server.review;

import ai.meddoc.server.database.Row;
import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reviews in the database: decisions and outcomes are added, and deleted with their document, never changed. */
final class ReviewRows {

    private static final String ANALYSIS =
            "SELECT d.tenant, d.id, a.version, a.job_id, a.terminology_release, a.results,"
                    + " (SELECT MAX(n.version) FROM analyses n WHERE n.document_id = d.id) AS newest"
                    + " FROM documents d LEFT JOIN analyses a ON a.document_id = d.id AND a.version ="
                    + " COALESCE(CAST(? AS BIGINT), (SELECT MAX(n.version) FROM analyses n WHERE n.document_id = d.id))"
                    + " WHERE d.id = ? AND d.tenant = ?";
    private static final String AGREEMENT = "SELECT o.kind, o.subject, o.verdict, SUM(o.amount) AS amount"
            + " FROM review_outcomes o JOIN (SELECT d.id, MAX(f.finish_id) AS finish_id FROM documents d"
            + " JOIN review_outcomes f ON f.document_id = d.id WHERE d.tenant = ? GROUP BY d.id) l"
            + " ON l.id = o.document_id AND l.finish_id = o.finish_id"
            + " GROUP BY o.kind, o.subject, o.verdict ORDER BY o.kind, o.subject, o.verdict";

    private ReviewRows() {}

    /** Reads a decision as it was stored. */
    @FunctionalInterface
    interface Reader {
        Choice read(String json);
    }

    /** A document that a tenant has, with the results asked for, if there are such. */
    record Found(Optional<ReviewedAnalysis> analysis) {}

    /** @param version null for the newest */
    static Optional<Found> find(
            Connection connection, SealedColumns columns, long document, String tenant, @Nullable Long version)
            throws SQLException {
        return Row.first(connection, ANALYSIS, row -> found(row, columns), version, document, tenant);
    }

    private static Found found(Row row, SealedColumns columns) throws SQLException {
        Long version = row.numberOrNull("version");
        return new Found(
                version == null
                        ? Optional.empty()
                        : Optional.of(new ReviewedAnalysis(
                                row.text("tenant"),
                                row.number("id"),
                                version.intValue(),
                                row.number("job_id"),
                                row.text("terminology_release"),
                                columns.open(
                                        SealedColumn.RESULTS,
                                        row.text("results"),
                                        row.text("tenant"),
                                        row.number("id"),
                                        row.number("job_id")),
                                version == row.number("newest"))));
    }

    /** The text that the results' spans point into: JSON. */
    static String text(Connection connection, SealedColumns columns, ReviewedAnalysis analysis) throws SQLException {
        return Row.first(
                        connection,
                        "SELECT extracted_text FROM analyses WHERE document_id = ? AND version = ?",
                        row -> columns.open(
                                SealedColumn.TEXT,
                                row.text("extracted_text"),
                                analysis.tenant(),
                                analysis.documentId(),
                                analysis.jobId()),
                        analysis.documentId(),
                        analysis.version())
                .orElseThrow();
    }

    /** Versions of the document's results that somebody decided on, oldest first. */
    static List<Integer> reviewed(Connection connection, long document) throws SQLException {
        return Row.list(
                connection,
                "SELECT DISTINCT analysis_version FROM review_decisions WHERE document_id = ?"
                        + " ORDER BY analysis_version",
                row -> (int) row.number("analysis_version"),
                document);
    }

    /** From the first on. */
    static List<ReviewDecision> decisions(
            Connection connection, SealedColumns columns, ReviewedAnalysis analysis, Reader reader)
            throws SQLException {
        return Row.list(
                connection,
                "SELECT revision, at, actor, choice FROM review_decisions WHERE document_id = ?"
                        + " AND analysis_version = ? ORDER BY revision",
                row -> new ReviewDecision(
                        (int) row.number("revision"),
                        Instant.ofEpochMilli(row.number("at")),
                        row.text("actor"),
                        reader.read(columns.open(
                                SealedColumn.DECISION,
                                row.text("choice"),
                                analysis.tenant(),
                                analysis.documentId(),
                                analysis.version(),
                                row.number("revision")))),
                analysis.documentId(),
                analysis.version());
    }

    /** @return the row's number; empty if somebody else decided meanwhile */
    static Optional<Long> add(
            Connection connection,
            SealedColumns columns,
            ReviewedAnalysis analysis,
            ReviewDecision decision,
            String choice)
            throws SQLException {
        return Row.first(
                connection,
                "INSERT INTO review_decisions (document_id, analysis_version, revision, at, actor, action, choice)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (document_id, analysis_version, revision) DO NOTHING RETURNING id",
                row -> row.number("id"),
                analysis.documentId(),
                analysis.version(),
                decision.revision(),
                decision.at().toEpochMilli(),
                decision.by(),
                decision.choice().action(),
                columns.seal(
                        SealedColumn.DECISION,
                        choice,
                        analysis.tenant(),
                        analysis.documentId(),
                        analysis.version(),
                        decision.revision()));
    }

    static void add(Connection connection, long document, long finish, List<Outcome> outcomes) throws SQLException {
        for (Outcome outcome : outcomes) {
            Row.change(
                    connection,
                    "INSERT INTO review_outcomes (document_id, finish_id, kind, subject, verdict, amount)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    document,
                    finish,
                    outcome.kind().wireName(),
                    outcome.subject(),
                    outcome.verdict(),
                    outcome.amount());
        }
    }

    /** How many documents of the tenant were reviewed to the end. */
    static long finished(Connection connection, String tenant) throws SQLException {
        return Row.first(
                        connection,
                        "SELECT COUNT(DISTINCT r.document_id) AS n FROM review_decisions r"
                                + " JOIN documents d ON d.id = r.document_id WHERE r.action = 'finish' AND d.tenant = ?",
                        row -> row.number("n"),
                        tenant)
                .orElse(0L);
    }

    /** The outcomes of each document's last finished review, summed over the tenant. */
    static List<Outcome> outcomes(Connection connection, String tenant) throws SQLException {
        return Row.list(
                connection,
                AGREEMENT,
                row -> new Outcome(
                        Outcome.Kind.fromWireName(row.text("kind")), row.text("subject"), row.text("verdict"), (int)
                                row.number("amount")),
                tenant);
    }
}
