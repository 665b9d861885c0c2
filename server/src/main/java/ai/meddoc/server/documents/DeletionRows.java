package ai.meddoc.server.documents;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be deleted, and what is known of files, in the database. */
@Singleton
final class DeletionRows {

    private final Database database;

    DeletionRows(Database database) {
        this.database = database;
    }

    /**
     * Deletes a document with its jobs, results, texts and keys, and notes that its file has to go.
     *
     * @return the storage key of the file
     */
    Optional<String> delete(Connection connection, long id, String tenant, long now) throws SQLException {
        Optional<String> key = Row.first(
                connection,
                "DELETE FROM documents WHERE id = ? AND tenant = ? RETURNING storage_key",
                row -> row.text("storage_key"),
                id,
                tenant);
        if (key.isPresent()) {
            Row.change(connection, "INSERT INTO blobs_to_delete (storage_key, since) VALUES (?, ?)", key.get(), now);
        }
        return key;
    }

    List<String> filesToDelete(int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT storage_key FROM blobs_to_delete ORDER BY since LIMIT ?",
                row -> row.text("storage_key"),
                limit));
    }

    void deleted(String key) {
        database.write(connection -> Row.change(connection, "DELETE FROM blobs_to_delete WHERE storage_key = ?", key));
    }

    /** Those of the keys that a document has. */
    Set<String> known(List<String> keys) {
        String places = "?" + ", ?".repeat(keys.size() - 1);
        return new HashSet<>(database.read(connection -> Row.list(
                connection,
                "SELECT storage_key FROM documents WHERE storage_key IN (" + places + ")",
                row -> row.text("storage_key"),
                keys.toArray())));
    }

    /** A document and its file. */
    record Kept(long documentId, String storageKey) {}

    /** Documents in the order of their ids, that were stored before an instant. */
    List<Kept> after(long id, long before, int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT id, storage_key FROM documents WHERE id > ? AND created_at < ? ORDER BY id LIMIT ?",
                row -> new Kept(row.number("id"), row.text("storage_key")),
                id,
                before,
                limit));
    }
}
