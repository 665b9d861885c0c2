package ai.meddoc.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReviewIT extends ReviewContract {

    private static Path folder;
    private static RunningServer server;
    private static People people;

    @BeforeAll
    static void start(@TempDir Path temp) {
        folder = temp;
        server = RunningServer.start(temp, People.SETTINGS);
        people = People.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    People people() {
        return people;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
    }
}
