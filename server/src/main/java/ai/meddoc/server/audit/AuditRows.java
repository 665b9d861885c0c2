package ai.meddoc.server.audit;

import ai.meddoc.server.database.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain in the database. */
final class AuditRows {

    private static final String COLUMNS = "seq, at, tenant, actor, actor_kind, request_id, action, outcome, route,"
            + " document_id, job_id, shown_sha256, detail, reason";
    private static final String INSERT =
            "INSERT INTO audit_events (" + COLUMNS + ", key_id, previous, mac) VALUES (" + "?, ".repeat(16) + "?)";

    private AuditRows() {}

    /** A row with what binds it into the chain. */
    record Sealed(AuditRow row, String keyId, String previous, String mac) {}

    static AuditHead head(Connection connection) throws SQLException {
        return Row.list(
                        connection,
                        "SELECT seq, mac, key_id, seal FROM audit_head WHERE id = 1",
                        row -> new AuditHead(row.number("seq"), row.text("mac"), row.text("key_id"), row.text("seal")))
                .getFirst();
    }

    /** Takes the next number; nobody else gets one before this transaction ends. */
    static AuditHead lockHead(Connection connection) throws SQLException {
        Row.change(connection, "UPDATE audit_head SET seq = seq + 1 WHERE id = 1");
        return head(connection);
    }

    static void store(Connection connection, AuditHead head) throws SQLException {
        Row.change(
                connection,
                "UPDATE audit_head SET mac = ?, key_id = ?, seal = ? WHERE id = 1",
                head.mac(),
                head.keyId(),
                head.seal());
    }

    static void insert(Connection connection, Sealed sealed) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(sealed.row().values());
        values.add(sealed.keyId());
        values.add(sealed.previous());
        values.add(sealed.mac());
        Row.change(connection, INSERT, values.toArray());
    }

    static List<Sealed> after(Connection connection, long seq, int limit) throws SQLException {
        return Row.list(
                connection,
                "SELECT " + COLUMNS + ", key_id, previous, mac FROM audit_events WHERE seq > ? ORDER BY seq LIMIT ?",
                row -> new Sealed(row(row), row.text("key_id"), row.text("previous"), row.text("mac")),
                seq,
                limit);
    }

    static Optional<String> mac(Connection connection, long seq) throws SQLException {
        return Row.first(connection, "SELECT mac FROM audit_events WHERE seq = ?", row -> row.text("mac"), seq);
    }

    /** The newest first. */
    static List<AuditRow> list(Connection connection, AuditFilter filter, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(limit);
        return Row.list(
                connection,
                "SELECT " + COLUMNS + " FROM audit_events WHERE " + filter.where() + " ORDER BY seq DESC LIMIT ?",
                AuditRows::row,
                values.toArray());
    }

    static Optional<AuditRow> find(Connection connection, long seq, String tenant) throws SQLException {
        return Row.first(
                connection,
                "SELECT " + COLUMNS + " FROM audit_events WHERE seq = ? AND tenant = ?",
                AuditRows::row,
                seq,
                tenant);
    }

    /** What a job found, as stored: JSON; empty once the document is deleted. */
    static Optional<String> results(Connection connection, long documentId, long jobId) throws SQLException {
        return Row.first(
                connection,
                "SELECT results FROM analyses WHERE document_id = ? AND job_id = ?",
                row -> row.text("results"),
                documentId,
                jobId);
    }

    private static AuditRow row(Row row) throws SQLException {
        return new AuditRow(
                row.number("seq"),
                row.number("at"),
                row.text("tenant"),
                row.text("actor"),
                row.text("actor_kind"),
                row.text("request_id"),
                row.text("action"),
                row.text("outcome"),
                row.text("route"),
                row.numberOrNull("document_id"),
                row.numberOrNull("job_id"),
                row.textOrNull("shown_sha256"),
                row.textOrNull("detail"),
                row.textOrNull("reason"));
    }
}
