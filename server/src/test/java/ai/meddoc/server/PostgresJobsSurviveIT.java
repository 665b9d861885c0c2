package ai.meddoc.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresJobsSurviveIT extends JobsSurvive {

    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void create() throws SQLException {
        databases++;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE jobs" + databases);
        }
    }

    @Override
    String databaseUrl() {
        return "postgresql://postgres:p%40ss@127.0.0.1:" + postgres.getPort() + "/jobs" + databases;
    }

    @Override
    Connection connect(Path folder) throws SQLException {
        return postgres.getDatabase("postgres", "jobs" + databases).getConnection();
    }
}
