package ai.meddoc.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class PostgresApiIT extends ApiContract {

    private static EmbeddedPostgres postgres;
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        postgres = EmbeddedPostgres.start();
        String url = "postgresql://postgres:p%40ss@127.0.0.1:" + postgres.getPort() + "/postgres";
        server = RunningServer.start(folder, Map.of("DB_URL", url));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Override
    RunningServer server() {
        return server;
    }
}
