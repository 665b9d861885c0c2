package ai.meddoc.server.reliability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All rows of a database, table by table. Which tables there are the database itself says, so that none is forgotten.
 *
 * @param rows by table
 */
record AllTables(Map<String, List<String>> rows) {

    /** Not compared, and why. */
    static final Map<String, String> EXCLUDED = Map.of(
            "flyway_schema_history", "says when this database got its schema",
            "audit_head", "moves on with each event; the audit command holds it against the trail");

    /** Uploads under way add to these. */
    private static final Set<String> GROWING =
            Set.of("documents", "jobs", "analyses", "idempotency_keys", "audit_events");

    static AllTables of(Sql sql) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : names(sql)) {
            rows.put(table, sql.lines("SELECT * FROM " + table));
        }
        return new AllTables(rows);
    }

    static List<String> names(Sql sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = sql.connect();
                ResultSet found = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> EXCLUDED.containsKey(name) || name.startsWith("sqlite_"));
        return names;
    }

    long count() {
        return rows.values().stream().mapToLong(List::size).sum();
    }

    /** Tables that show nothing. */
    List<String> empty() {
        return rows.keySet().stream()
                .filter(table -> rows.getOrDefault(table, List.of()).isEmpty())
                .toList();
    }

    /** What of this is other than it was, or not there at all. */
    List<String> differences(AllTables later) {
        List<String> found = new ArrayList<>();
        rows.forEach((table, before) -> {
            List<String> after = later.rows.get(table);
            if (after == null) {
                found.add(table + " (not there)");
            } else {
                Map<String, Integer> left = counted(after);
                before.forEach(row -> left.merge(row, -1, Integer::sum));
                long lost = left.values().stream().filter(count -> count < 0).count();
                long more = left.values().stream().filter(count -> count > 0).count();
                if (lost > 0 || (more > 0 && !GROWING.contains(table))) {
                    found.add("%s (%d lost, %d more)".formatted(table, lost, more));
                }
            }
        });
        return found;
    }

    private static Map<String, Integer> counted(List<String> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }
}
