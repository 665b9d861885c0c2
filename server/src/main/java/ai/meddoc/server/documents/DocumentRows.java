package ai.meddoc.server.documents;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.Upkeep;
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

    private static final String ITEM =
            "SELECT d.id, d.tenant, d.original_filename, d.created_at, d.storage_key, d.state,"
                    + " d.content_type, d.size_bytes, d.document_type, d.confidence, d.pages, d.codes_count,"
                    + " j.id AS job_id, j.failure FROM documents d LEFT JOIN jobs j"
                    + " ON j.id = (SELECT MAX(l.id) FROM jobs l WHERE l.document_id = d.id)";

    /** As many names are opened for one search; some microseconds each. */
    private static final int MOST_SEARCHED = 100_000;

    private static final int SEARCHED_AT_A_TIME = 1_000;

    private final Database database;
    private final SealedColumns columns;
    private final Upkeep upkeep;

    DocumentRows(Database database, SealedColumns columns, Settings settings) {
        this.database = database;
        this.columns = columns;
        this.upkeep = settings.upkeep();
    }

    /** @param file what was kept, with its SHA-256 */
    long insert(Connection connection, NewDocument document, KeptFile file, long now) throws SQLException {
        DocumentType hint = document.typeHint();
        EncounterClass encounter = document.encounter().encounterClass();
        LocalDate date = document.encounter().dateOfService();
        long id = Row.first(
                        connection,
                        "INSERT INTO documents (original_filename, created_at, storage_key, content_type, size_bytes,"
                                + " sha256, type_hint, encounter_class, date_of_service, state, tenant)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                        row -> row.number("id"),
                        columns.mayBeSealed() ? "" : document.filename(),
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
        if (columns.mayBeSealed()) {
            // For its row, whose number is known only now.
            Row.change(
                    connection,
                    "UPDATE documents SET original_filename = ? WHERE id = ?",
                    columns.seal(SealedColumn.FILE_NAME, document.filename(), document.tenant(), id),
                    id);
        }
        return id;
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

    @Nullable Long newestJob(long documentId) {
        return database.read(connection -> Row.list(
                        connection,
                        "SELECT MAX(id) AS id FROM jobs WHERE document_id = ?",
                        row -> Optional.ofNullable(row.numberOrNull("id")),
                        documentId)
                .getFirst()
                .orElse(null));
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
        String name = filter.name();
        if (name != null && columns.mayBeSealed()) {
            return items(connection, idsByName(connection, filter, name, limit));
        }
        DocumentFilter whole = filter.withNameInSql();
        return Row.list(
                connection,
                ITEM + whole.where() + " ORDER BY d.id DESC LIMIT ?",
                this::item,
                with(whole.values(), limit));
    }

    private static Object[] with(List<Object> values, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private record Named(long id, String name) {}

    /** Opens the names, newest first, until there are enough. */
    private List<Long> idsByName(Connection connection, DocumentFilter filter, String name, int limit)
            throws SQLException {
        List<Long> ids = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int searched = 0; ids.size() < limit; searched += SEARCHED_AT_A_TIME) {
            if (searched >= MOST_SEARCHED) {
                throw ProblemException.malformed("q: file names are encrypted here, and more than " + MOST_SEARCHED
                        + " would have to be opened; narrow the search by from, to, document_type or state.");
            }
            List<Named> some = named(connection, filter, before);
            some.stream()
                    .filter(document -> document.name().toLowerCase(Locale.ROOT).contains(name))
                    .forEach(document -> ids.add(document.id()));
            if (some.size() < SEARCHED_AT_A_TIME) {
                break;
            }
            before = some.getLast().id();
        }
        return ids.subList(0, Math.min(limit, ids.size()));
    }

    private List<Named> named(Connection connection, DocumentFilter filter, long before) throws SQLException {
        return Row.list(
                connection,
                "SELECT d.id, d.original_filename FROM documents d" + filter.where()
                        + " AND d.id < ? ORDER BY d.id DESC LIMIT ?",
                row -> new Named(
                        row.number("id"),
                        columns.open(
                                SealedColumn.FILE_NAME,
                                row.text("original_filename"),
                                filter.tenant(),
                                row.number("id"))),
                with(filter.values(), before, SEARCHED_AT_A_TIME));
    }

    private List<DocumentItem> items(Connection connection, List<Long> ids) throws SQLException {
        return ids.isEmpty()
                ? List.of()
                : Row.list(
                        connection,
                        ITEM + " WHERE d.id IN (?" + ", ?".repeat(ids.size() - 1) + ") ORDER BY d.id DESC",
                        this::item,
                        ids.toArray());
    }

    Optional<DocumentDetail> find(Connection connection, long id, String tenant) throws SQLException {
        Optional<DocumentItem> item =
                Row.first(connection, ITEM + " WHERE d.id = ? AND d.tenant = ?", this::item, id, tenant);
        Optional<Newest> newest = item.isPresent() ? newest(connection, id, tenant) : Optional.empty();
        boolean held = HoldRows.find(connection, id, tenant).isPresent();
        return item.map(i -> new DocumentDetail(
                i,
                upkeep.retainedUntil(i.createdAt()),
                held,
                newest.map(Newest::version).orElse(null),
                newest.map(Newest::results).orElse(null)));
    }

    /** The results in force. */
    private record Newest(int version, String results) {}

    private Optional<Newest> newest(Connection connection, long id, String tenant) throws SQLException {
        return Row.first(
                connection,
                "SELECT version, job_id, results FROM analyses WHERE document_id = ? ORDER BY version DESC LIMIT 1",
                row -> new Newest(
                        (int) row.number("version"),
                        columns.open(SealedColumn.RESULTS, row.text("results"), tenant, id, row.number("job_id"))),
                id);
    }

    /** The results in force: JSON. */
    Optional<String> results(long id) {
        return database.read(connection -> value(connection, SealedColumn.RESULTS, id, null));
    }

    /**
     * The extracted text: JSON.
     *
     * @param version of the results whose spans point into it; null for the newest
     */
    Optional<String> extractedText(long id, @Nullable Long version) {
        return database.read(connection -> value(connection, SealedColumn.TEXT, id, version));
    }

    /** The job that made the results in force. */
    static @Nullable Long analysis(Connection connection, long id) throws SQLException {
        return Row.list(
                        connection,
                        "SELECT job_id FROM analyses WHERE document_id = ? ORDER BY version DESC LIMIT 1",
                        row -> row.number("job_id"),
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** @param version null for the newest */
    private Optional<String> value(Connection connection, SealedColumn column, long id, @Nullable Long version)
            throws SQLException {
        return Row.first(
                connection,
                "SELECT " + (column == SealedColumn.TEXT ? "a.extracted_text" : "a.results") + " AS stored,"
                        + " a.job_id, d.tenant FROM analyses a JOIN documents d ON d.id = a.document_id"
                        + " WHERE a.document_id = ? AND a.version = COALESCE(CAST(? AS BIGINT),"
                        + " (SELECT MAX(n.version) FROM analyses n WHERE n.document_id = a.document_id))",
                row -> columns.open(column, row.text("stored"), row.text("tenant"), id, row.number("job_id")),
                id,
                version);
    }

    Optional<StoredFile> file(Connection connection, long id, String tenant) throws SQLException {
        return Row.first(
                connection,
                "SELECT storage_key, sha256, content_type, size_bytes, original_filename FROM documents"
                        + " WHERE id = ? AND tenant = ?",
                row -> new StoredFile(
                        row.text("storage_key"),
                        row.text("sha256"),
                        row.text("content_type"),
                        row.number("size_bytes"),
                        columns.open(SealedColumn.FILE_NAME, row.text("original_filename"), tenant, id)),
                id,
                tenant);
    }

    Optional<StoredFile> file(long id, String tenant) {
        return database.read(connection -> file(connection, id, tenant));
    }

    private DocumentItem item(Row row) throws SQLException {
        return new DocumentItem(
                row.number("id"),
                columns.open(
                        SealedColumn.FILE_NAME, row.text("original_filename"), row.text("tenant"), row.number("id")),
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
