package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the database's own log, whose settings are as PostgreSQL has them by default. */
final class PostgresCanaryIT extends CanaryContract {

    private static Path log;
    private static EmbeddedPostgres postgres;
    private static CanaryHouse house;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        log = folder.resolve("postgresql.log");
        postgres = EmbeddedPostgres.builder()
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .start();
        String url = "postgresql://postgres:none@127.0.0.1:" + postgres.getPort() + "/postgres";
        house = CanaryHouse.open(Files.createDirectory(folder.resolve("server")), Map.of("DB_URL", url));
    }

    @AfterAll
    static void stop() throws IOException {
        house.close();
        postgres.close();
    }

    @Test
    @Order(3)
    void leavesNoneInTheDatabasesLog() throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("DO $$ BEGIN RAISE WARNING 'a line of this test'; END $$"))
                    .isFalse();
        }
        String written = Files.readString(log);
        assertThat(written).contains("a line of this test");
        assertNone(written);
        assertThat(written).doesNotContain(CanaryPlanter.STAFF);
    }

    @Override
    CanaryHouse house() {
        return house;
    }

    @Override
    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
