package ai.meddoc.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last number that each table gave to a row, also to one that was deleted since. */
final class NextIds {

    private final boolean sqlite;

    NextIds(Connection connection) throws SQLException {
        this.sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
    }

    Map<String, Long> read(Connection connection, List<Table> tables) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        for (Table table : tables) {
            if (table.columns().contains("id")) {
                long last = sqlite ? sqlite(connection, table.name()) : postgres(connection, table.name());
                if (last > 0) {
                    found.put(table.name(), last);
                }
            }
        }
        return found;
    }

    private static long sqlite(Connection connection, String table) throws SQLException {
        return number(connection, "SELECT seq FROM sqlite_sequence WHERE name = ?", table);
    }

    private static long postgres(Connection connection, String table) throws SQLException {
        return number(
                connection,
                "SELECT COALESCE(last_value, 0) FROM pg_sequences WHERE schemaname = current_schema()"
                        + " AND quote_ident(schemaname) || '.' || quote_ident(sequencename)"
                        + " = pg_get_serial_sequence(?, 'id')",
                table);
    }

    private static long number(Connection connection, String sql, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    void write(Connection connection, Map<String, Long> last) throws SQLException {
        for (Map.Entry<String, Long> entry : last.entrySet()) {
            if (sqlite) {
                change(connection, "DELETE FROM sqlite_sequence WHERE name = ?", entry.getKey());
                change(
                        connection,
                        "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
                        entry.getKey(),
                        entry.getValue());
            } else {
                number(
                        connection,
                        "SELECT setval(pg_get_serial_sequence(?, 'id'), " + entry.getValue() + ")",
                        entry.getKey());
            }
        }
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
