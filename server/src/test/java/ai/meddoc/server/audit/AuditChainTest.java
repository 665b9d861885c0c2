package ai.meddoc.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditEntry.Outcome;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the rows behind the program's back shows. */
@ParameterizedClass
@ValueSource(strings = {"sqlite", "postgresql"})
final class AuditChainTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z"));
    private static final AuditKey KEY = AuditKey.of("a secret of at least thirty-two characters");
    private static final int ROWS = 20;

    private static EmbeddedPostgres postgres;

    @Parameter
    String kind = "";

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static Stream<String> changes() {
        return Stream.of(
                "UPDATE audit_events SET at = at + 1 WHERE seq = 7",
                "UPDATE audit_events SET tenant = 'other' WHERE seq = 7",
                "UPDATE audit_events SET actor = 'somebody' WHERE seq = 7",
                "UPDATE audit_events SET actor_kind = 'LOCAL' WHERE seq = 7",
                "UPDATE audit_events SET request_id = 'x' WHERE seq = 7",
                "UPDATE audit_events SET action = 'LIST' WHERE seq = 7",
                "UPDATE audit_events SET outcome = 'DENIED' WHERE seq = 7",
                "UPDATE audit_events SET route = 'GET /' WHERE seq = 7",
                "UPDATE audit_events SET document_id = 8 WHERE seq = 7",
                "UPDATE audit_events SET document_id = NULL WHERE seq = 7",
                "UPDATE audit_events SET job_id = 1 WHERE seq = 7",
                "UPDATE audit_events SET shown_sha256 = NULL WHERE seq = 7",
                "UPDATE audit_events SET detail = 'more' WHERE seq = 7",
                "UPDATE audit_events SET reason = 'because' WHERE seq = 7",
                "UPDATE audit_events SET mac = previous WHERE seq = 7",
                "UPDATE audit_events SET previous = mac WHERE seq = 7",
                "UPDATE audit_events SET key_id = '00000000' WHERE seq = 7",
                // A value moved from one column to the next.
                "UPDATE audit_events SET detail = reason, reason = detail WHERE seq = 7",
                // Deleted: one in the middle, the first, the last, all.
                "DELETE FROM audit_events WHERE seq = 7",
                "DELETE FROM audit_events WHERE seq = 1",
                "DELETE FROM audit_events WHERE seq = 20",
                "DELETE FROM audit_events",
                // Reordered.
                "UPDATE audit_events SET seq = 99 WHERE seq = 7; UPDATE audit_events SET seq = 7 WHERE seq = 8;"
                        + " UPDATE audit_events SET seq = 8 WHERE seq = 99",
                // Closed up after a deletion.
                "DELETE FROM audit_events WHERE seq = 20; UPDATE audit_head SET seq = 19",
                "DELETE FROM audit_events WHERE seq > 10; UPDATE audit_head SET seq = 10, mac ="
                        + " (SELECT mac FROM audit_events WHERE seq = 10)",
                // Added by hand, and the same row twice.
                "INSERT INTO audit_events SELECT 21, at, tenant, actor, actor_kind, request_id, action, outcome, route,"
                        + " document_id, job_id, shown_sha256, detail, reason, key_id, mac, mac"
                        + " FROM audit_events WHERE seq = 20",
                "UPDATE audit_head SET seal = mac",
                "UPDATE audit_head SET seq = 21");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void showsEveryChange(String sql, @TempDir Path folder) throws IOException {
        try (Database database = fresh(folder)) {
            write(database, ROWS);
            assertThat(verify(database).findings()).isEmpty();
            tamper(database, sql);
            assertThat(verify(database).holds()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 19})
    void showsByAnAnchorThatAnOlderStateWasPutBack(int kept, @TempDir Path folder) throws IOException {
        try (Database database = fresh(folder)) {
            write(database, kept);
            AuditHead old = database.read(AuditRows::head);
            write(database, ROWS - kept);
            AuditAnchor anchor = verify(database).head();
            assertThat(anchor.seq()).isEqualTo(ROWS);
            tamper(
                    database,
                    "DELETE FROM audit_events WHERE seq > " + kept + "; UPDATE audit_head SET seq = " + kept
                            + ", mac = '" + old.mac() + "', key_id = '" + old.keyId() + "', seal = '" + old.seal()
                            + "'");
            assertThat(verify(database).findings()).as("by itself it is whole").isEmpty();
            assertThat(verify(database, anchor).findings())
                    .singleElement()
                    .asString()
                    .contains("cut off");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void growsWithoutGapsUnderManyWriters(int writers, @TempDir Path folder) throws Exception {
        try (Database database = fresh(folder);
                ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> tasks = IntStream.range(0, writers)
                    .<Callable<Integer>>mapToObj(i -> () -> write(database, 25))
                    .toList();
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                task.get();
            }
            AuditReport report = verify(database);
            assertThat(report.findings()).isEmpty();
            assertThat(report.rows()).isEqualTo(25L * writers);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_events SET actor = 'x'", "DELETE FROM audit_events WHERE seq = 1"})
    void refusesChangesByMistake(String sql, @TempDir Path folder) throws IOException {
        try (Database database = fresh(folder)) {
            write(database, 2);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run(database, List.of(sql))))
                    .isNotNull();
            assertThat(verify(database).rows()).isEqualTo(2);
        }
    }

    private Database fresh(Path folder) throws IOException {
        if (kind.equals("sqlite")) {
            return Databases.open(new DatabaseUrl.Sqlite(folder.resolve("app.db")));
        }
        DatabaseUrl.Postgres url = new DatabaseUrl.Postgres(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", "none");
        try (Database old = Databases.connect(url)) {
            run(old, List.of("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"));
        }
        return Databases.open(url);
    }

    private static int write(Database database, int rows) {
        AuditTrail trail = new AuditTrail(database, KEY, CLOCK);
        Actor actor = new Actor("default", "doe", Actor.Kind.USER);
        for (int i = 0; i < rows; i++) {
            trail.record(new AuditEntry(
                    actor,
                    "request-" + i,
                    "GET /documents/{id}",
                    Action.READ,
                    Outcome.DONE,
                    (long) i,
                    3L,
                    "{}",
                    "a",
                    "b",
                    null));
        }
        return rows;
    }

    private static AuditReport verify(Database database, AuditAnchor... anchors) {
        return database.read(connection -> new AuditVerifier(KEY, List.of(anchors)).verify(connection));
    }

    /** As somebody would who owns the database: without the guards against mistakes. */
    private void tamper(Database database, String sql) {
        List<String> statements = new ArrayList<>(
                kind.equals("sqlite")
                        ? List.of("DROP TRIGGER audit_events_no_update", "DROP TRIGGER audit_events_no_delete")
                        : List.of("DROP TRIGGER audit_events_insert_only ON audit_events"));
        statements.addAll(List.of(sql.split("; ")));
        run(database, statements);
    }

    private static void run(Database database, List<String> statements) {
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.executeUpdate(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
    }
}
