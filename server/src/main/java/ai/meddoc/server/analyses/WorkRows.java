package ai.meddoc.server.analyses;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is still to be done with a stored file. */
@Singleton
final class WorkRows {

    private final Database database;

    WorkRows(Database database) {
        this.database = database;
    }

    /** @param openJob the newest job of the document that waits or runs; null where there is nothing left to do */
    record Work(@Nullable Long openJob) {}

    /** Empty where no document has this file: it was deleted, or is not committed yet. */
    Optional<Work> ofFile(String storageKey) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT (SELECT MAX(j.id) FROM jobs j WHERE j.document_id = d.id"
                        + " AND j.state IN ('queued', 'running')) AS job FROM documents d WHERE d.storage_key = ?",
                row -> new Work(row.numberOrNull("job")),
                storageKey));
    }
}
