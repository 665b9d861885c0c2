package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentType;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs and their results in the database. Instants are milliseconds since 1970. */
@Singleton
public final class JobRows {

    private static final String JOBS =
            "SELECT id, document_id, state, attempts, created_at, started_at, finished_at, failure FROM jobs";
    private static final String OF_TENANT = "document_id IN (SELECT id FROM documents WHERE tenant = ?)";
    private static final String CLAIMED = "SELECT j.fence, j.attempts, d.id AS document_id, d.storage_key, d.type_hint,"
            + " d.encounter_class, d.date_of_service FROM jobs j JOIN documents d ON d.id = j.document_id"
            + " WHERE j.id = ?";

    private final Database database;

    JobRows(Database database) {
        this.database = database;
    }

    /** Queues a document in the caller's transaction. */
    public long insert(Connection connection, long documentId, long now) throws SQLException {
        return Row.first(
                        connection,
                        "INSERT INTO jobs (document_id, state, attempts, fence, lease_until, created_at)"
                                + " VALUES (?, 'queued', 0, 0, 0, ?) RETURNING id",
                        row -> row.number("id"),
                        documentId,
                        now)
                .orElseThrow();
    }

    /** Another tenant's job does not exist. */
    Optional<JobJson> find(long id, String tenant) {
        return database.read(
                connection -> Row.first(connection, JOBS + " WHERE id = ? AND " + OF_TENANT, JobRows::job, id, tenant));
    }

    Optional<JobJson> find(long id) {
        return database.read(connection -> Row.first(connection, JOBS + " WHERE id = ?", JobRows::job, id));
    }

    /**
     * The newest of a tenant first.
     *
     * @param state null for every state
     * @param before only jobs with a smaller id
     */
    List<JobJson> list(String tenant, @Nullable String state, long before, int limit) {
        String only = state == null ? "" : " AND state = ?";
        List<Object> values = new ArrayList<>(List.of(before, tenant));
        if (state != null) {
            values.add(state);
        }
        values.add(limit);
        return database.read(connection -> Row.list(
                connection,
                JOBS + " WHERE id < ? AND " + OF_TENANT + only + " ORDER BY id DESC LIMIT ?",
                JobRows::job,
                values.toArray()));
    }

    /** Queues a job again that failed or was cancelled, as if it had never been tried; false if it is neither. */
    boolean retry(long id) {
        return database.write(connection -> moved(
                connection,
                Row.change(
                        connection,
                        "UPDATE jobs SET state = 'queued', attempts = 0, lease_until = 0, started_at = NULL,"
                                + " finished_at = NULL, failure = NULL WHERE id = ? AND state IN ('failed', 'cancelled')",
                        id),
                id,
                "queued"));
    }

    /** Takes a job back that waits or runs; whoever runs it cannot store its result. False if it is over. */
    boolean cancel(long id, long now) {
        return database.write(connection -> moved(
                connection,
                Row.change(
                        connection,
                        "UPDATE jobs SET state = 'cancelled', finished_at = ?"
                                + " WHERE id = ? AND state IN ('queued', 'running')",
                        now,
                        id),
                id,
                "stored"));
    }

    private static boolean moved(Connection connection, int changed, long id, String documentState)
            throws SQLException {
        if (changed > 0) {
            Row.change(
                    connection,
                    "UPDATE documents SET state = ? WHERE id = (SELECT document_id FROM jobs WHERE id = ?)",
                    documentState,
                    id);
        }
        return changed > 0;
    }

    /** Jobs that nobody holds, the oldest first. */
    List<Long> free(long now, int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT id FROM jobs WHERE state IN ('queued', 'running') AND lease_until <= ? ORDER BY id LIMIT ?",
                row -> row.number("id"),
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
        Row.change(
                connection,
                "UPDATE documents SET state = 'running' WHERE id = (SELECT document_id FROM jobs WHERE id = ?)",
                id);
        return Row.first(connection, CLAIMED, row -> claim(row, id), id);
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
            Row.change(
                    connection,
                    "INSERT INTO analyses (document_id, job_id, created_at, results, extracted_text)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    claim.documentId(),
                    claim.jobId(),
                    now,
                    finished.results(),
                    finished.extractedText());
            Row.change(
                    connection,
                    "UPDATE documents SET state = 'processed', document_type = ?, confidence = ?, pages = ?,"
                            + " codes_count = ? WHERE id = ?",
                    finished.documentType(),
                    finished.confidence(),
                    finished.pages(),
                    finished.codes(),
                    claim.documentId());
            return true;
        });
    }

    /** Stores why it cannot be done, unless the claim was lost meanwhile. */
    boolean fail(Claim claim, String failure, long now) {
        return database.write(connection -> {
            if (!close(connection, claim, "failed", failure, now)) {
                return false;
            }
            Row.change(connection, "UPDATE documents SET state = 'failed' WHERE id = ?", claim.documentId());
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
                Row.change(connection, "UPDATE documents SET state = 'queued' WHERE id = ?", claim.documentId());
            }
            return released;
        });
    }

    private static boolean close(Connection connection, Claim claim, String state, @Nullable String failure, long now)
            throws SQLException {
        return Row.change(
                        connection,
                        "UPDATE jobs SET state = ?, failure = ?, finished_at = ?"
                                + " WHERE id = ? AND fence = ? AND state = 'running'",
                        state,
                        failure,
                        now,
                        claim.jobId(),
                        claim.fence())
                > 0;
    }

    private static Claim claim(Row row, long id) throws SQLException {
        String hint = row.textOrNull("type_hint");
        return new Claim(
                id,
                row.number("fence"),
                (int) row.number("attempts"),
                row.number("document_id"),
                row.text("storage_key"),
                hint == null ? null : DocumentType.valueOf(hint),
                CallerWords.encounter(row.textOrNull("encounter_class"), row.textOrNull("date_of_service")));
    }

    private static JobJson job(Row row) throws SQLException {
        return new JobJson(
                row.number("id"),
                row.number("document_id"),
                row.text("state"),
                (int) row.number("attempts"),
                Instant.ofEpochMilli(row.number("created_at")),
                instant(row.numberOrNull("started_at")),
                instant(row.numberOrNull("finished_at")),
                row.textOrNull("failure"));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
