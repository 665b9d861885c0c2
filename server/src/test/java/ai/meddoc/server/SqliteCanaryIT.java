package ai.meddoc.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCanaryIT extends CanaryContract {

    private static CanaryHouse house;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        house = CanaryHouse.open(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Override
    CanaryHouse house() {
        return house;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + house.folder().resolve("app.db"));
    }
}
