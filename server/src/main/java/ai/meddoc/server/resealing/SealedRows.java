package ai.meddoc.server.resealing;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.sealing.SealedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values of sealed columns, one at a time: a text may be large. */
public final class SealedRows {

    /** Stands for the name of a key where a value is in clear. */
    public static final String CLEAR = "";

    private static final int MARK = SealedColumns.MARK.length();
    private static final int NAME = 2 * EnvelopeKeys.NAME_BYTES;

    private final Database database;

    public SealedRows(Database database) {
        this.database = database;
    }

    /** A file that a document has. */
    record DocumentFile(long document, String storageKey, String sha256) {}

    /** How many values are sealed under which key. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Place place : Place.ALL) {
            database.read(connection -> Row.list(
                            connection,
                            "SELECT name, COUNT(*) AS amount FROM (SELECT CASE WHEN substr(" + place.field() + ", 1, "
                                    + MARK + ") = ? THEN substr(" + place.field() + ", " + (MARK + 1) + ", " + NAME
                                    + ") ELSE '" + CLEAR + "' END AS name FROM " + place.table()
                                    + ") AS named GROUP BY name",
                            row -> Map.entry(row.text("name"), row.number("amount")),
                            SealedColumns.MARK))
                    .forEach(found -> counts.merge(found.getKey(), found.getValue(), Long::sum));
        }
        return counts;
    }

    /**
     * The next value after a row that the newest key does not seal.
     *
     * @param clearToo whether those in clear count
     */
    Optional<StoredValue> next(Place place, long key, long second, String newest, boolean clearToo) {
        String field = "t." + place.field();
        String first = "t." + place.key().getFirst();
        StringBuilder sql = new StringBuilder("SELECT " + first + " AS key1, " + place.secondKey("0") + " AS key2, "
                + place.tenant() + " AS tenant, " + field + " AS stored");
        for (int i = 0; i < place.identity().size(); i++) {
            sql.append(", t.")
                    .append(place.identity().get(i))
                    .append(" AS identity")
                    .append(i);
        }
        sql.append(" FROM ")
                .append(place.from())
                .append(" WHERE (")
                .append(first)
                .append(" > ? OR (");
        sql.append(first).append(" = ? AND ").append(place.secondKey("0")).append(" > ?))");
        sql.append(" AND substr(")
                .append(field)
                .append(", 1, ")
                .append(MARK + NAME)
                .append(") <> ?");
        if (!clearToo) {
            sql.append(" AND substr(")
                    .append(field)
                    .append(", 1, ")
                    .append(MARK)
                    .append(") = '");
            sql.append(SealedColumns.MARK).append('\'');
        }
        sql.append(" ORDER BY key1, key2 LIMIT 1");
        return database.read(connection -> Row.first(
                connection,
                sql.toString(),
                row -> new StoredValue(
                        row.number("key1"),
                        row.number("key2"),
                        row.text("tenant"),
                        identity(row, place.identity().size()),
                        row.text("stored")),
                key,
                key,
                second,
                SealedColumns.MARK + newest));
    }

    private static List<String> identity(Row row, int parts) throws java.sql.SQLException {
        List<String> identity = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            identity.add(row.text("identity" + i));
        }
        return identity;
    }

    /** Puts another form in the place of a value; false if somebody changed or deleted it meanwhile. */
    boolean replace(Place place, StoredValue value, String sealed) {
        String second = place.key().size() > 1 ? place.key().get(1) : "0";
        return database.write(connection -> Row.change(
                        connection,
                        "UPDATE " + place.table() + " SET " + place.field() + " = ? WHERE "
                                + place.key().getFirst() + " = ? AND " + second + " = ? AND " + place.field() + " = ?",
                        sealed,
                        value.key(),
                        value.second(),
                        value.stored())
                > 0);
    }

    /** The next files after a document's. */
    List<DocumentFile> files(long document, int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT id, storage_key, sha256 FROM documents WHERE id > ? ORDER BY id LIMIT ?",
                row -> new DocumentFile(row.number("id"), row.text("storage_key"), row.text("sha256")),
                document,
                limit));
    }

    boolean isThere(long document) {
        return database.read(connection -> Row.first(
                        connection, "SELECT id FROM documents WHERE id = ?", row -> row.number("id"), document))
                .isPresent();
    }
}
