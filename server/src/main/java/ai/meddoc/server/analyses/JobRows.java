package ai.meddoc.server.analyses;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs in the database, as people see them. Instants are milliseconds since 1970. */
@Singleton
public final class JobRows {

    private static final String JOBS =
            "SELECT id, document_id, state, priority, attempts, upgrade, created_at, started_at, finished_at, failure"
                    + " FROM jobs";
    private static final String OF_TENANT = "document_id IN (SELECT id FROM documents WHERE tenant = ?)";

    /** A document that has a result is processed and stays so, whatever becomes of later runs. */
    private static final String WITHOUT_RESULT =
            " AND NOT EXISTS (SELECT 1 FROM analyses a WHERE a.document_id = documents.id)";

    private final Database database;

    JobRows(Database database) {
        this.database = database;
    }

    /**
     * Queues a document in the caller's transaction.
     *
     * @param trace of the request
     */
    public long insert(Connection connection, long documentId, JobOrder order, @Nullable String trace, long now)
            throws SQLException {
        return Row.first(
                        connection,
                        "INSERT INTO jobs (document_id, state, attempts, fence, lease_until, created_at, engine,"
                                + " encounter_class, date_of_service, priority, upgrade, trace)"
                                + " VALUES (?, 'queued', 0, 0, 0, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                        row -> row.number("id"),
                        documentId,
                        now,
                        order.engine(),
                        order.encounterClass(),
                        order.dateOfService(),
                        order.priority().ordinal(),
                        (order.upgradeLater() ? Upgrade.WANTED : Upgrade.NO).stored(),
                        trace)
                .orElseThrow();
    }

    /** Holds a tenant's document, so that of two orders at once one waits and then finds the other's job; false if there is none. */
    boolean hold(Connection connection, long documentId, String tenant) throws SQLException {
        return Row.change(
                        connection,
                        "UPDATE documents SET tenant = tenant WHERE id = ? AND tenant = ?",
                        documentId,
                        tenant)
                > 0;
    }

    /**
     * Queues a stored document that the caller's transaction holds.
     *
     * @throws ProblemException if a job of the document waits or runs already: one at a time, so that versions follow
     *     each other
     */
    JobJson order(Connection connection, long documentId, JobOrder order, @Nullable String trace, long now)
            throws SQLException {
        // Whoever orders a run need not wait for the one that waits for Claude, and does not want both.
        Row.change(
                connection,
                "UPDATE jobs SET state = 'cancelled', finished_at = ?"
                        + " WHERE document_id = ? AND state = 'queued' AND upgrade = ?",
                now,
                documentId,
                Upgrade.REDO.stored());
        Optional<Long> open = Row.first(
                connection,
                "SELECT id FROM jobs WHERE document_id = ? AND state IN ('queued', 'running')",
                row -> row.number("id"),
                documentId);
        if (open.isPresent()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Job " + open.get() + " of document " + documentId + " is still queued or running.");
        }
        long id = insert(connection, documentId, order, trace, now);
        move(connection, "queued", documentId);
        return find(connection, id);
    }

    static void move(Connection connection, String state, long documentId) throws SQLException {
        Row.change(connection, "UPDATE documents SET state = ? WHERE id = ?" + WITHOUT_RESULT, state, documentId);
    }

    /** Another tenant's job does not exist. */
    static Optional<JobJson> find(Connection connection, long id, String tenant) throws SQLException {
        return Row.first(connection, JOBS + " WHERE id = ? AND " + OF_TENANT, JobRows::job, id, tenant);
    }

    Optional<JobJson> find(long id) {
        return database.read(connection -> Row.first(connection, JOBS + " WHERE id = ?", JobRows::job, id));
    }

    /** One that is known to be there. */
    static JobJson find(Connection connection, long id) throws SQLException {
        return Row.first(connection, JOBS + " WHERE id = ?", JobRows::job, id).orElseThrow();
    }

    /**
     * The newest of a tenant first.
     *
     * @param state null for every state
     * @param before only jobs with a smaller id
     */
    static List<JobJson> list(Connection connection, String tenant, @Nullable String state, long before, int limit)
            throws SQLException {
        String only = state == null ? "" : " AND state = ?";
        List<Object> values = new ArrayList<>(List.of(before, tenant));
        if (state != null) {
            values.add(state);
        }
        values.add(limit);
        return Row.list(
                connection,
                JOBS + " WHERE id < ? AND " + OF_TENANT + only + " ORDER BY id DESC LIMIT ?",
                JobRows::job,
                values.toArray());
    }

    /** Queues a job again that failed or was cancelled, as if it had never been tried; false if it is neither. */
    static boolean retry(Connection connection, long id) throws SQLException {
        return moved(
                connection,
                Row.change(
                        connection,
                        "UPDATE jobs SET state = 'queued', attempts = 0, lease_until = 0, started_at = NULL,"
                                + " finished_at = NULL, failure = NULL WHERE id = ? AND state IN ('failed', 'cancelled')",
                        id),
                id,
                "queued");
    }

    /** Takes a job back that waits or runs; whoever runs it cannot store its result. False if it is over. */
    static boolean cancel(Connection connection, long id, long now) throws SQLException {
        return moved(
                connection,
                Row.change(
                        connection,
                        "UPDATE jobs SET state = 'cancelled', finished_at = ?"
                                + " WHERE id = ? AND state IN ('queued', 'running')",
                        now,
                        id),
                id,
                "stored");
    }

    private static boolean moved(Connection connection, int changed, long id, String documentState)
            throws SQLException {
        if (changed > 0) {
            Row.change(
                    connection,
                    "UPDATE documents SET state = ? WHERE id = (SELECT document_id FROM jobs WHERE id = ?)"
                            + WITHOUT_RESULT,
                    documentState,
                    id);
        }
        return changed > 0;
    }

    /** What waits for a worker. */
    Backlog backlog(long now) {
        return database.read(connection -> Row.first(
                        connection,
                        "SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest FROM jobs WHERE state = 'queued'",
                        row -> Backlog.of(row.number("waiting"), row.numberOrNull("oldest"), now),
                        new Object[0])
                .orElseThrow());
    }

    private static JobJson job(Row row) throws SQLException {
        return new JobJson(
                row.number("id"),
                row.number("document_id"),
                row.text("state"),
                Priority.at(row.number("priority")).wireName(),
                (int) row.number("attempts"),
                Upgrade.of(row.text("upgrade")) == Upgrade.REDO,
                Instant.ofEpochMilli(row.number("created_at")),
                instant(row.numberOrNull("started_at")),
                instant(row.numberOrNull("finished_at")),
                row.textOrNull("failure"));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
