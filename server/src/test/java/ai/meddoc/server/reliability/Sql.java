package ai.meddoc.server.reliability;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a server's database from outside. */
@FunctionalInterface
interface Sql {

    Connection connect() throws SQLException;

    static Sql sqlite(Path folder) {
        return () -> DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
    }

    default long number(String query) throws SQLException {
        return Long.parseLong(column(query).getFirst());
    }

    /** The first column of what a query finds. */
    default List<String> column(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** All columns of what a query finds. */
    default List<String> lines(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(rows.getString(i)).append('\t');
                }
                found.add(line.toString());
            }
        }
        return found;
    }
}
