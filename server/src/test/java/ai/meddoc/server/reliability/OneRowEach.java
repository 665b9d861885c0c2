package ai.meddoc.server.reliability;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a row into each table that has none, so that a backup that forgot a table would show. */
final class OneRowEach {

    private static final long IN_2100 = 4_102_444_800_000L;
    private static final String TEXT = "a\ttext: \"é\"\n\\ 'b', 世界";
    /** Where a constraint names what may stand there. */
    private static final Map<String, String> ALLOWED = Map.of("kind", "rule", "action", "accept", "state", "delivered");

    private final Connection connection;
    private final DatabaseMetaData data;

    private OneRowEach(Connection connection) throws SQLException {
        this.connection = connection;
        this.data = connection.getMetaData();
    }

    static void fill(Sql sql, List<String> empty) throws SQLException {
        try (Connection connection = sql.connect()) {
            OneRowEach rows = new OneRowEach(connection);
            Deque<String> waiting = new ArrayDeque<>(empty);
            while (!waiting.isEmpty()) {
                String table = waiting.remove();
                Map<String, String> references = rows.references(table);
                if (references.values().stream().anyMatch(other -> waiting.contains(other.split(" ")[0]))) {
                    waiting.add(table);
                } else {
                    rows.insert(table, references);
                }
            }
        }
    }

    /** Column to "table column". */
    private Map<String, String> references(String table) throws SQLException {
        Map<String, String> references = new HashMap<>();
        try (ResultSet keys = data.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                references.put(
                        keys.getString("FKCOLUMN_NAME"),
                        keys.getString("PKTABLE_NAME") + " " + keys.getString("PKCOLUMN_NAME"));
            }
        }
        return references;
    }

    private void insert(String table, Map<String, String> references) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        try (ResultSet columns = data.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                values.put(name, value(name, columns.getInt("DATA_TYPE"), references.get(name)));
            }
        }
        String places = "?, ".repeat(values.size() - 1) + "?";
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES (" + places + ")")) {
            int place = 0;
            for (Object value : values.values()) {
                statement.setObject(++place, value);
            }
            statement.executeUpdate();
        }
    }

    private Object value(String column, int type, @Nullable String reference) throws SQLException {
        if (reference != null) {
            String[] parts = reference.split(" ");
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT MIN(" + parts[1] + ") FROM " + parts[0])) {
                found.next();
                return found.getObject(1);
            }
        }
        return switch (type) {
            case Types.INTEGER -> 1;
            case Types.BIGINT -> column.equals("id") ? 1L : IN_2100;
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> 0.5;
            default -> ALLOWED.getOrDefault(column, TEXT);
        };
    }
}
