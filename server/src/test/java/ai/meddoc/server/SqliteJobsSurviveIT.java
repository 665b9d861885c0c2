package ai.meddoc.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class SqliteJobsSurviveIT extends JobsSurvive {

    @Override
    String databaseUrl() {
        return "sqlite:///./app.db";
    }

    @Override
    Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
    }
}
