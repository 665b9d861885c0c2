package ai.meddoc.server.documents;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announced uploads in the database. */
@Singleton
final class DirectUploadRows {

    private final Database database;

    DirectUploadRows(Database database) {
        this.database = database;
    }

    /**
     * An announced upload.
     *
     * @param announced what was said of it: JSON
     * @param documentId what it became; null until it is completed
     */
    record Announced(
            long id,
            String storageKey,
            String sha256,
            long size,
            String announced,
            long expiresAt,
            @Nullable Long documentId) {

        /** The announcement holds the file name. */
        @Override
        public String toString() {
            return "Announced[" + id + "]";
        }
    }

    static long insert(Connection connection, String tenant, KeptFile file, String announced, long expiresAt)
            throws SQLException {
        return Row.first(
                        connection,
                        "INSERT INTO direct_uploads (tenant, storage_key, sha256, size_bytes, announced, expires_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                        row -> row.number("id"),
                        tenant,
                        file.storageKey(),
                        file.sha256(),
                        file.size(),
                        announced,
                        expiresAt)
                .orElseThrow();
    }

    Optional<Announced> find(long id, String tenant) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT id, storage_key, sha256, size_bytes, announced, expires_at, document_id FROM direct_uploads"
                        + " WHERE id = ? AND tenant = ?",
                row -> new Announced(
                        row.number("id"),
                        row.text("storage_key"),
                        row.text("sha256"),
                        row.number("size_bytes"),
                        row.text("announced"),
                        row.number("expires_at"),
                        row.numberOrNull("document_id")),
                id,
                tenant));
    }

    /** False if another completed it first. */
    static boolean complete(Connection connection, long id, long documentId) throws SQLException {
        return Row.change(
                        connection,
                        "UPDATE direct_uploads SET document_id = ?, announced = '{}'"
                                + " WHERE id = ? AND document_id IS NULL",
                        documentId,
                        id)
                > 0;
    }

    /** What was announced and never completed holds a file name, so it does not stay. */
    int forget(long before) {
        return database.write(connection -> Row.change(
                connection, "DELETE FROM direct_uploads WHERE document_id IS NULL AND expires_at < ?", before));
    }
}
