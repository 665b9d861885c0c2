package ai.meddoc.server.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A table of ours, whatever a later migration added to it. */
record Table(String name, List<String> columns) {

    private static final String HISTORY = "flyway_schema_history";

    Table {
        columns = List.copyOf(columns);
    }

    /** All of a database, none before one that it refers to. */
    static List<Table> all(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (String name : names(connection, data)) {
            needs.put(name, references(connection, data, name));
        }
        List<Table> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (done.size() < needs.size()) {
            String next = needs.keySet().stream()
                    .filter(name -> !done.contains(name) && done.containsAll(needs.get(name)))
                    .findFirst()
                    .orElseThrow(() -> new SQLException("tables refer to each other in a ring"));
            ordered.add(new Table(next, columns(connection, data, next)));
            done.add(next);
        }
        return ordered;
    }

    private static Set<String> names(Connection connection, DatabaseMetaData data) throws SQLException {
        Set<String> names = new TreeSet<>(strings(
                data.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"}),
                "TABLE_NAME"));
        names.removeIf(
                name -> name.equals(HISTORY) || name.toLowerCase(Locale.ROOT).startsWith("sqlite_"));
        return names;
    }

    private static Set<String> references(Connection connection, DatabaseMetaData data, String name)
            throws SQLException {
        Set<String> others = new TreeSet<>(
                strings(data.getImportedKeys(connection.getCatalog(), connection.getSchema(), name), "PKTABLE_NAME"));
        others.remove(name);
        return others;
    }

    private static List<String> columns(Connection connection, DatabaseMetaData data, String name) throws SQLException {
        return strings(data.getColumns(connection.getCatalog(), connection.getSchema(), name, "%"), "COLUMN_NAME")
                .stream()
                .sorted()
                .toList();
    }

    private static List<String> strings(ResultSet rows, String column) throws SQLException {
        try (rows) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(column));
            }
            return found;
        }
    }

    String select() {
        return "SELECT " + quoted() + " FROM \"" + name + "\"";
    }

    String insert() {
        return "INSERT INTO \"" + name + "\" (" + quoted() + ") VALUES (" + "?, ".repeat(columns.size() - 1) + "?)";
    }

    private String quoted() {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }
}
