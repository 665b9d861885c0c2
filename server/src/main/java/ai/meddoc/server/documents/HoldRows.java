package ai.meddoc.server.documents;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Legal holds, and what is past its retention without one, in the database. */
@Singleton
final class HoldRows {

    private static final String HOLDS = "SELECT h.document_id, h.reason, h.placed_by, h.placed_at FROM legal_holds h"
            + " JOIN documents d ON d.id = h.document_id WHERE d.tenant = ?";

    private final Database database;

    HoldRows(Database database) {
        this.database = database;
    }

    /** Empty if the tenant has no such document; the first hold stays where there is one. */
    static Optional<HoldJson> place(Connection connection, SealedColumns columns, HoldJson hold, String tenant)
            throws SQLException {
        int held = Row.change(
                connection,
                "UPDATE documents SET tenant = tenant WHERE id = ? AND tenant = ?",
                hold.documentId(),
                tenant);
        if (held == 0) {
            return Optional.empty();
        }
        Row.change(
                connection,
                "INSERT INTO legal_holds (document_id, reason, placed_by, placed_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (document_id) DO NOTHING",
                hold.documentId(),
                columns.seal(SealedColumn.HOLD_REASON, hold.reason(), tenant, hold.documentId()),
                hold.placedBy(),
                hold.placedAt().toEpochMilli());
        return find(connection, hold.documentId(), tenant).map(found -> found.opened(columns, tenant));
    }

    /** What was lifted; empty if there was none. */
    static Optional<HoldJson> lift(Connection connection, long document, String tenant) throws SQLException {
        Optional<HoldJson> hold = find(connection, document, tenant);
        if (hold.isPresent()) {
            Row.change(connection, "DELETE FROM legal_holds WHERE document_id = ?", document);
        }
        return hold;
    }

    /** With the reason as stored. */
    static Optional<HoldJson> find(Connection connection, long document, String tenant) throws SQLException {
        return Row.first(connection, HOLDS + " AND h.document_id = ?", HoldRows::hold, tenant, document);
    }

    static List<HoldJson> list(Connection connection, SealedColumns columns, String tenant) throws SQLException {
        return Row.list(
                connection,
                HOLDS + " ORDER BY h.document_id DESC",
                row -> hold(row).opened(columns, tenant),
                tenant);
    }

    /** A document past its retention. */
    record Due(long documentId, String tenant) {}

    /** Nothing that is held, and nothing that is being worked on. */
    List<Due> due(long before, int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT d.id, d.tenant FROM documents d WHERE d.created_at < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM legal_holds h WHERE h.document_id = d.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.document_id = d.id"
                        + " AND j.state IN ('queued', 'running')) ORDER BY d.id LIMIT ?",
                row -> new Due(row.number("id"), row.text("tenant")),
                before,
                limit));
    }

    private static HoldJson hold(Row row) throws SQLException {
        return new HoldJson(
                row.number("document_id"),
                row.text("reason"),
                row.text("placed_by"),
                Instant.ofEpochMilli(row.number("placed_at")));
    }
}
