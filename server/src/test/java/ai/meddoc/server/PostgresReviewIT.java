package ai.meddoc.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class PostgresReviewIT extends ReviewContract {

    private static EmbeddedPostgres postgres;
    private static RunningServer server;
    private static People people;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        postgres = EmbeddedPostgres.start();
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("DB_URL", "postgresql://postgres:none@127.0.0.1:" + postgres.getPort() + "/postgres");
        server = RunningServer.start(folder, settings);
        people = People.of(server);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Override
    People people() {
        return people;
    }

    @Override
    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
