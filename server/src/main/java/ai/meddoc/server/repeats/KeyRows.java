package ai.meddoc.server.repeats;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys in the database, and what was made under them. They go with the document. */
@Singleton
public final class KeyRows {

    private final Database database;

    KeyRows(Database database) {
        this.database = database;
    }

    /**
     * What a key stands for.
     *
     * @param jobId the one that was ordered under it; of an upload the document's newest
     */
    public record Earlier(long documentId, @Nullable Long jobId) {}

    private record Known(String requestHash, Earlier earlier) {}

    /** Reserves a key; false if another transaction has it, for which this waits where it is still open. */
    public boolean take(Connection connection, KeyedRequest request, long now) throws SQLException {
        return Row.change(
                        connection,
                        "INSERT INTO idempotency_keys (key_hash, request_hash, created_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (key_hash) DO NOTHING",
                        request.keyHash(),
                        request.requestHash(),
                        now)
                > 0;
    }

    /** @param job that was ordered; null where the document's newest counts */
    public void bind(Connection connection, KeyedRequest request, long document, @Nullable Long job)
            throws SQLException {
        Row.change(
                connection,
                "UPDATE idempotency_keys SET document_id = ?, job_id = ? WHERE key_hash = ?",
                document,
                job,
                request.keyHash());
    }

    /** As {@link #earlier(Connection, KeyedRequest)}, in a transaction of its own. */
    public Optional<Earlier> earlier(KeyedRequest request) {
        return database.read(connection -> earlier(connection, request));
    }

    /**
     * What an earlier request under this key made.
     *
     * @throws ProblemException if that was another request
     */
    public Optional<Earlier> earlier(Connection connection, KeyedRequest request) throws SQLException {
        Optional<Known> known = Row.first(
                connection,
                "SELECT k.request_hash, k.document_id, COALESCE(k.job_id, (SELECT MAX(j.id) FROM jobs j"
                        + " WHERE j.document_id = k.document_id)) AS job FROM idempotency_keys k WHERE k.key_hash = ?",
                row -> new Known(
                        row.text("request_hash"), new Earlier(row.number("document_id"), row.numberOrNull("job"))),
                request.keyHash());
        if (known.isPresent() && !known.get().requestHash().equals(request.requestHash())) {
            throw reused();
        }
        return known.map(Known::earlier);
    }

    /** That the key belongs to another request. */
    public static ProblemException reused() {
        ProblemType type = ProblemType.IDEMPOTENCY_KEY_REUSED;
        return new ProblemException(type, ProblemReader.sentence(type));
    }
}
