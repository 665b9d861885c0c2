package ai.meddoc.server.documents;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents in the database. */
@Singleton
final class DocumentRows {

    private static final String ITEM = "SELECT d.id, d.original_filename, d.created_at, d.storage_key, d.state,"
            + " d.content_type, d.size_bytes, d.document_type, d.confidence, d.pages, d.codes_count,"
            + " j.id AS job_id, j.failure FROM documents d LEFT JOIN jobs j"
            + " ON j.id = (SELECT MAX(l.id) FROM jobs l WHERE l.document_id = d.id)";

    private final Database database;

    DocumentRows(Database database) {
        this.database = database;
    }

    /** @param file what was kept, with its SHA-256 */
    long insert(Connection connection, NewDocument document, KeptFile file, long now) throws SQLException {
        DocumentType hint = document.typeHint();
        EncounterClass encounter = document.encounter().encounterClass();
        LocalDate date = document.encounter().dateOfService();
        return Row.first(
                        connection,
                        "INSERT INTO documents (original_filename, created_at, storage_key, content_type, size_bytes,"
                                + " sha256, type_hint, encounter_class, date_of_service, state, tenant)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                        row -> row.number("id"),
                        document.filename(),
                        now,
                        file.storageKey(),
                        document.contentType(),
                        file.size(),
                        file.sha256(),
                        hint == null ? null : hint.name(),
                        encounter == null ? null : encounter.name().toLowerCase(Locale.ROOT),
                        date == null ? null : date.toString(),
                        document.runPipeline() ? "queued" : "stored",
                        document.tenant())
                .orElseThrow();
    }

    @Nullable Long newestWith(Connection connection, String sha256, String tenant) throws SQLException {
        return Row.list(
                        connection,
                        "SELECT MAX(id) AS id FROM documents WHERE sha256 = ? AND tenant = ?",
                        row -> Optional.ofNullable(row.numberOrNull("id")),
                        sha256,
                        tenant)
                .getFirst()
                .orElse(null);
    }

    /** A request that has a key, both hashed. */
    record Request(String keyHash, String requestHash) {}

    /** What a key stands for. */
    record Earlier(
            String requestHash, long documentId, @Nullable Long jobId) {}

    /** Reserves a key; false if another transaction has it, for which this waits where it is still open. */
    boolean takeKey(Connection connection, Request request, long now) throws SQLException {
        return Row.change(
                        connection,
                        "INSERT INTO idempotency_keys (key_hash, request_hash, created_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (key_hash) DO NOTHING",
                        request.keyHash(),
                        request.requestHash(),
                        now)
                > 0;
    }

    void bindKey(Connection connection, Request request, long documentId) throws SQLException {
        Row.change(
                connection,
                "UPDATE idempotency_keys SET document_id = ? WHERE key_hash = ?",
                documentId,
                request.keyHash());
    }

    Optional<Earlier> earlier(String keyHash) {
        return database.read(connection -> Row.first(
                connection,
                "SELECT k.request_hash, k.document_id, (SELECT MAX(j.id) FROM jobs j WHERE j.document_id ="
                        + " k.document_id) AS job_id FROM idempotency_keys k WHERE k.key_hash = ?",
                row -> new Earlier(row.text("request_hash"), row.number("document_id"), row.numberOrNull("job_id")),
                keyHash));
    }

    long countSince(Connection connection, String tenant, long since) throws SQLException {
        return Row.list(
                        connection,
                        "SELECT COUNT(*) AS n FROM documents WHERE tenant = ? AND created_at >= ?",
                        row -> row.number("n"),
                        tenant,
                        since)
                .getFirst();
    }

    List<DocumentItem> list(Connection connection, DocumentFilter filter, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(limit);
        return Row.list(
                connection,
                ITEM + filter.where() + " ORDER BY d.id DESC LIMIT ?",
                DocumentRows::item,
                values.toArray());
    }

    Optional<DocumentDetail> find(Connection connection, long id, String tenant) throws SQLException {
        Optional<DocumentItem> item =
                Row.first(connection, ITEM + " WHERE d.id = ? AND d.tenant = ?", DocumentRows::item, id, tenant);
        String results = item.isPresent() ? column(connection, "results", id) : null;
        return item.map(i -> new DocumentDetail(i, results));
    }

    /** The results as stored: JSON. */
    Optional<String> results(long id) {
        return database.read(connection -> Optional.ofNullable(column(connection, "results", id)));
    }

    /** The extracted text as stored: JSON. */
    Optional<String> extractedText(long id) {
        return database.read(connection -> Optional.ofNullable(column(connection, "extracted_text", id)));
    }

    /** The job that made the results in force. */
    static @Nullable Long analysis(Connection connection, long id) throws SQLException {
        return Row.list(
                        connection,
                        "SELECT MAX(job_id) AS job FROM analyses WHERE document_id = ?",
                        row -> Optional.ofNullable(row.numberOrNull("job")),
                        id)
                .getFirst()
                .orElse(null);
    }

    private static @Nullable String column(Connection connection, String name, long id) throws SQLException {
        return Row.first(
                        connection,
                        "SELECT " + name + " FROM analyses WHERE document_id = ?",
                        row -> row.text(name),
                        id)
                .orElse(null);
    }

    Optional<StoredFile> file(Connection connection, long id, String tenant) throws SQLException {
        return Row.first(
                connection,
                "SELECT storage_key, content_type, size_bytes, original_filename FROM documents"
                        + " WHERE id = ? AND tenant = ?",
                row -> new StoredFile(
                        row.text("storage_key"),
                        row.text("content_type"),
                        row.number("size_bytes"),
                        row.text("original_filename")),
                id,
                tenant);
    }

    /** @return the storage key of what was deleted, with its jobs and results */
    Optional<String> delete(Connection connection, long id, String tenant) throws SQLException {
        return Row.first(
                connection,
                "DELETE FROM documents WHERE id = ? AND tenant = ? RETURNING storage_key",
                row -> row.text("storage_key"),
                id,
                tenant);
    }

    private static DocumentItem item(Row row) throws SQLException {
        return new DocumentItem(
                row.number("id"),
                row.text("original_filename"),
                Instant.ofEpochMilli(row.number("created_at")),
                row.text("storage_key"),
                row.text("state"),
                row.text("content_type"),
                row.number("size_bytes"),
                row.textOrNull("document_type"),
                row.decimalOrNull("confidence"),
                integer(row.numberOrNull("pages")),
                integer(row.numberOrNull("codes_count")),
                row.numberOrNull("job_id"),
                row.textOrNull("failure"));
    }

    private static @Nullable Integer integer(@Nullable Long value) {
        return value == null ? null : Math.toIntExact(value);
    }
}
