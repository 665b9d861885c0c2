package ai.meddoc.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.meddoc.server.database.DatabaseException.Reason;
import ai.meddoc.server.settings.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away, as in a failover, or that knows another password now: come again, and no fault of ours. */
final class LostConnectionTest {

    private EmbeddedPostgres postgres;
    private Database database;

    /** The tests' server asks nobody for a password unless it is told to. */
    @BeforeEach
    void start(@TempDir Path folder) throws IOException, SQLException {
        Path rules = folder.resolve("hba");
        Files.writeString(rules, "host all postgres all trust\nhost all all all scram-sha-256\n");
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .start();
        execute("CREATE ROLE medai LOGIN SUPERUSER PASSWORD 'first'");
        database = Databases.connect(new DatabaseUrl.Postgres(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "medai", "first"));
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        postgres.close();
    }

    @Test
    void isAwayWhereTheConnectionBreaksInsideATransaction() {
        DatabaseException lost = catchThrowableOfType(
                DatabaseException.class,
                () -> database.write(connection -> {
                    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'medai'");
                    return select(connection);
                }));
        assertThat(lost.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(database.write(LostConnectionTest::select))
                .as("by a new one")
                .isTrue();
    }

    @Test
    void cutsOffWhoeverFreezesInsideATransaction() throws Exception {
        execute("CREATE TABLE link (n INT)");
        execute("INSERT INTO link VALUES (1)");
        CompletableFuture<@Nullable Void> locked = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> resumed = new CompletableFuture<>();
        CompletableFuture<Boolean> frozen = CompletableFuture.supplyAsync(() -> database.write(connection -> {
            boolean done = query(connection, "SELECT n FROM link FOR UPDATE");
            locked.complete(null);
            resumed.join();
            return done;
        }));
        locked.get(10, TimeUnit.SECONDS);

        boolean other = CompletableFuture.supplyAsync(
                        () -> database.write(connection -> query(connection, "SELECT n FROM link FOR UPDATE")))
                .get(12, TimeUnit.SECONDS);
        resumed.complete(null);

        assertThat(other).as("waited for the lock and got it").isTrue();
        assertThat(catchThrowable(() -> frozen.get(10, TimeUnit.SECONDS)))
                .as("what was frozen stores nothing")
                .hasCauseInstanceOf(DatabaseException.class);
    }

    @Test
    void isAwayWhereItWasCutOffForStandingIdle() {
        DatabaseException late = catchThrowableOfType(
                DatabaseException.class,
                () -> database.write(connection -> {
                    query(connection, "SET idle_in_transaction_session_timeout = 50");
                    LockSupport.parkNanos(500_000_000L);
                    return select(connection);
                }));
        assertThat(late.reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void letsASnapshotStandIdle() {
        assertThat(database.<String>snapshot(LostConnectionTest::idleTimeout)).isEqualTo("0");
        assertThat(database.<String>read(LostConnectionTest::idleTimeout)).isEqualTo("5s");
    }

    private static String idleTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void isAwayWhileItKnowsAnotherPassword() throws SQLException {
        execute("ALTER ROLE medai PASSWORD 'second'");
        database.disconnect();
        DatabaseException refused =
                catchThrowableOfType(DatabaseException.class, () -> database.read(LostConnectionTest::select));
        assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE);
        database.signInAs("medai", "second");
        assertThat(database.read(LostConnectionTest::select)).isTrue();
    }

    private static boolean select(Connection connection) throws SQLException {
        return query(connection, "SELECT 1");
    }

    private static boolean query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
