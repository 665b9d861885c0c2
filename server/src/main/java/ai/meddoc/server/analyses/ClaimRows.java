package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentType;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.server.webhooks.Webhooks;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works on which job: leases, fences, results. Instants are milliseconds since 1970. */
@Singleton
public final class ClaimRows {

    private static final String CLAIMED =
            "SELECT j.fence, j.attempts, d.id AS document_id, d.tenant, d.storage_key, d.sha256,"
                    + " d.type_hint, j.upgrade, j.trace,"
                    + " COALESCE(j.encounter_class, d.encounter_class) AS encounter_class,"
                    + " COALESCE(j.date_of_service, d.date_of_service) AS date_of_service, j.engine"
                    + " FROM jobs j JOIN documents d ON d.id = j.document_id WHERE j.id = ?";

    private final Database database;
    private final SealedColumns columns;
    private final Webhooks webhooks;

    ClaimRows(Database database, SealedColumns columns, Webhooks webhooks) {
        this.database = database;
        this.columns = columns;
        this.webhooks = webhooks;
    }

    /**
     * Jobs that nobody holds, in the order of their turns: each tenant's one after the other, those that somebody waits
     * for before bulk, as {@link Turns} orders what this process holds.
     */
    List<Waiting> free(long now, boolean text, int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT id, tenant, priority FROM (SELECT j.id, d.tenant, j.priority, CASE j.priority WHEN 0 THEN "
                        + Priority.INTERACTIVE.share() + " ELSE " + Priority.BULK.share()
                        + " END * ROW_NUMBER() OVER (PARTITION BY d.tenant, j.priority ORDER BY j.id) AS tag"
                        + " FROM jobs j JOIN documents d ON d.id = j.document_id"
                        + " WHERE j.state IN ('queued', 'running') AND j.lease_until <= ?"
                        + " AND d.content_type " + (text ? "" : "NOT ") + "LIKE 'text/%') AS waiting"
                        + " ORDER BY tag, id LIMIT ?",
                row -> new Waiting(row.number("id"), row.text("tenant"), Priority.at(row.number("priority")), text),
                now,
                limit));
    }

    /** Takes a job if nobody holds it: of any number that try, one succeeds. */
    Optional<Claim> claim(long id, long now, long leaseUntil) {
        return database.write(connection -> claim(connection, id, now, leaseUntil));
    }

    /** As {@link #claim(long, long, long)}, in the caller's transaction. */
    public Optional<Claim> claim(Connection connection, long id, long now, long leaseUntil) throws SQLException {
        int taken = Row.change(
                connection,
                "UPDATE jobs SET state = 'running', fence = fence + 1, attempts = attempts + 1, started_at = ?,"
                        + " lease_until = ? WHERE id = ? AND state IN ('queued', 'running') AND lease_until <= ?",
                now,
                leaseUntil,
                id,
                now);
        if (taken == 0) {
            return Optional.empty();
        }
        Optional<Claim> claim = Row.first(connection, CLAIMED, row -> claim(row, id), id);
        if (claim.isPresent()) {
            JobRows.move(connection, "running", claim.get().documentId());
        }
        return claim;
    }

    /** Prolongs a lease. */
    boolean renew(Claim claim, long leaseUntil) {
        return database.write(connection -> Row.change(
                        connection,
                        "UPDATE jobs SET lease_until = ? WHERE id = ? AND fence = ? AND state = 'running'",
                        leaseUntil,
                        claim.jobId(),
                        claim.fence())
                > 0);
    }

    /** Stores the result, unless the claim was lost meanwhile. */
    boolean finish(Claim claim, Finished finished, long now) {
        return database.write(connection -> {
            if (!close(connection, claim, "done", null, now)) {
                return false;
            }
            // First, since it holds the document's row: two jobs of one document number their versions one by one.
            Row.change(
                    connection,
                    "UPDATE documents SET state = 'processed', document_type = ?, confidence = ?, pages = ?,"
                            + " codes_count = ? WHERE id = ?",
                    finished.documentType(),
                    finished.confidence(),
                    finished.pages(),
                    finished.codes(),
                    claim.documentId());
            AnalysisRows.add(connection, columns, claim, finished, now);
            redo(connection, claim, finished.redoAt(), now);
            return true;
        });
    }

    /** In the same transaction as the local result, so that none is forgotten. */
    private static void redo(Connection connection, Claim claim, @Nullable Instant at, long now) throws SQLException {
        if (at != null) {
            Row.change(
                    connection,
                    "INSERT INTO jobs (document_id, state, attempts, fence, lease_until, created_at, engine,"
                            + " encounter_class, date_of_service, priority, trace, upgrade) SELECT document_id, 'queued', 0, 0, ?, ?,"
                            + " engine, encounter_class, date_of_service, priority, trace, ? FROM jobs WHERE id = ?",
                    at.toEpochMilli(),
                    now,
                    Upgrade.REDO.stored(),
                    claim.jobId());
        }
    }

    /** Stores why it cannot be done, unless the claim was lost meanwhile. */
    boolean fail(Claim claim, String failure, long now) {
        return database.write(connection -> {
            if (!close(connection, claim, "failed", failure, now)) {
                return false;
            }
            JobRows.move(connection, "failed", claim.documentId());
            return true;
        });
    }

    /** Puts a job back, to be tried again later. */
    void release(Claim claim, long notBefore) {
        database.write(connection -> {
            int released = Row.change(
                    connection,
                    "UPDATE jobs SET state = 'queued', lease_until = ?"
                            + " WHERE id = ? AND fence = ? AND state = 'running'",
                    notBefore,
                    claim.jobId(),
                    claim.fence());
            if (released > 0) {
                JobRows.move(connection, "queued", claim.documentId());
            }
            return released;
        });
    }

    /** And notes for the receivers of webhooks that it ended. */
    private boolean close(Connection connection, Claim claim, String state, @Nullable String failure, long now)
            throws SQLException {
        int closed = Row.change(
                connection,
                "UPDATE jobs SET state = ?, failure = ?, finished_at = ?"
                        + " WHERE id = ? AND fence = ? AND state = 'running'",
                state,
                failure,
                now,
                claim.jobId(),
                claim.fence());
        if (closed > 0) {
            webhooks.jobEnded(connection, claim.jobId(), state, now);
        }
        return closed > 0;
    }

    private static Claim claim(Row row, long id) throws SQLException {
        String hint = row.textOrNull("type_hint");
        return new Claim(
                id,
                row.number("fence"),
                (int) row.number("attempts"),
                row.number("document_id"),
                row.text("tenant"),
                row.text("storage_key"),
                row.text("sha256"),
                hint == null ? null : DocumentType.valueOf(hint),
                CallerWords.encounter(row.textOrNull("encounter_class"), row.textOrNull("date_of_service")),
                row.textOrNull("engine"),
                Upgrade.of(row.text("upgrade")),
                row.textOrNull("trace"));
    }
}
