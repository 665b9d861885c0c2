package ai.meddoc.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A PostgreSQL server, and each way in which it can be of no use. */
final class PostgresCheckTest {

    @Test
    void saysWhatIsWrong() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String server = "jdbc:postgresql://127.0.0.1:" + postgres.getPort();
            DatabaseUrl.Postgres good = url(server + "/postgres", "postgres");
            assertThat(only(good)).contains("PostgreSQL at 127.0.0.1, without TLS", "0 migrations");
            Databases.open(good).close();
            assertThat(only(good)).contains("takes writes", "none waits");

            assertThat(only(url(server + "/none", "postgres"))).contains("no database of that name");
            assertThat(only(url(server + "/postgres?sslmode=require", "postgres")))
                    .contains("agree on no TLS");
            assertThat(only(url(server + "/postgres", "stranger"))).contains("refuses the user");

            change(postgres, "CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
            assertThat(only(url(server + "/postgres", "reader"))).contains("takes no writes");
            change(postgres, "ALTER DATABASE postgres SET default_transaction_read_only = on");
            assertThat(only(good)).contains("takes no writes");
        }
    }

    private static String only(DatabaseUrl url) {
        List<CheckResult> findings = DatabaseCheck.of(url);
        assertThat(findings).hasSize(1);
        return findings.getFirst().text();
    }

    private static DatabaseUrl.Postgres url(String jdbc, String user) {
        return new DatabaseUrl.Postgres(jdbc, user, "postgres");
    }

    private static void change(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
