package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged gets done once, whatever dies; the same on every database. */
abstract class JobsSurvive {

    private static final int KILLS = 4;

    /** {@code DB_URL} of a database that nobody has used yet; empty for the default in the server's folder. */
    abstract String databaseUrl();

    abstract Connection connect(Path folder) throws SQLException;

    private Map<String, String> settings() {
        return Map.of("JOB_LEASE_SECONDS", "2", "WORKERS", "1", "DB_URL", databaseUrl());
    }

    @Test
    void finishesInterruptedJobsOnceAfterKill(@TempDir Path folder) throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        byte[] long1 = Samples.NOTE.repeat(200).getBytes(StandardCharsets.UTF_8);
        try (RunningServer first = RunningServer.start(folder, settings())) {
            for (int i = 0; i < 40; i++) {
                acknowledged.add(first.api()
                        .uploadAsync("n" + i + ".txt", long1)
                        .json()
                        .path("document_id")
                        .asLong());
            }
            first.kill();
        }
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state <> 'done'"))
                .as("unfinished when killed")
                .isPositive();
        try (RunningServer second = RunningServer.start(folder, settings())) {
            for (long id : acknowledged) {
                awaitProcessed(second.api(), id);
            }
        }
        assertThat(count(folder, "SELECT COUNT(*) FROM analyses")).isEqualTo(40);
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state = 'done'"))
                .isEqualTo(40);
    }

    /** The oracle is the clients' own log: what was acknowledged is there, processed, and has one result. */
    @Test
    void losesNothingOverManyKills(@TempDir Path folder) throws Exception {
        Random random = new Random(20261125);
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        for (int kill = 0; kill < KILLS; kill++) {
            try (RunningServer server = RunningServer.start(folder, settings());
                    ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < 4; client++) {
                    boolean async = client % 2 == 0;
                    clients.execute(() -> uploadUntilItDies(server.api(), async, acknowledged));
                }
                Thread.sleep(300 + random.nextInt(1_500));
                server.kill();
            }
        }
        assertThat(acknowledged).isNotEmpty();
        try (RunningServer last = RunningServer.start(folder, settings())) {
            for (long id : acknowledged) {
                awaitProcessed(last.api(), id);
            }
        }
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state = 'done'"))
                .isEqualTo(count(folder, "SELECT COUNT(*) FROM analyses"))
                .isGreaterThanOrEqualTo(acknowledged.size());
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state = 'failed'"))
                .isZero();
    }

    private static void uploadUntilItDies(Api api, boolean async, Set<Long> acknowledged) {
        byte[] note = Samples.NOTE.repeat(20).getBytes(StandardCharsets.UTF_8);
        try {
            while (true) {
                Api.Reply reply = async ? api.uploadAsync("k.txt", note) : api.upload("k.txt", note, Map.of());
                acknowledged.add(reply.json().path("document_id").asLong());
            }
        } catch (UncheckedIOException e) {
            // The server is gone; what was not acknowledged does not count.
        }
    }

    @Test
    void endsWhatRunsBeforeItStops(@TempDir Path folder) throws Exception {
        byte[] note = Samples.NOTE.repeat(200).getBytes(StandardCharsets.UTF_8);
        RunningServer first = RunningServer.start(folder, settings());
        for (int i = 0; i < 20; i++) {
            assertThat(first.api().uploadAsync("d.txt", note).status()).isEqualTo(202);
        }
        long begin = System.nanoTime();
        first.close();
        assertThat((System.nanoTime() - begin) / 1_000_000_000)
                .as("seconds to stop")
                .isLessThan(25);
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state = 'running'"))
                .isZero();
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state = 'queued'"))
                .as("waiting when told to stop")
                .isPositive();
        try (RunningServer second = RunningServer.start(folder, settings())) {
            for (int id = 1; id <= 20; id++) {
                awaitProcessed(second.api(), id);
            }
        }
        assertThat(count(folder, "SELECT MAX(attempts) FROM jobs")).isEqualTo(1);
    }

    @Test
    void keepsEverythingOverAnOrderlyRestart(@TempDir Path folder) {
        String before;
        try (RunningServer first = RunningServer.start(folder, settings())) {
            first.api().upload("kept.txt", Samples.note(), Map.of());
            before = first.api().get("/documents/1").text();
        }
        try (RunningServer second = RunningServer.start(folder, settings())) {
            assertThat(second.api().get("/documents/1").text()).isEqualTo(before);
            assertThat(second.api().get("/documents/1/file").response().body()).isEqualTo(Samples.note());
        }
    }

    private static void awaitProcessed(Api api, long id) throws InterruptedException {
        String state = "";
        for (int i = 0; i < 900; i++) {
            state = api.get("/documents/" + id).json().path("state").asText();
            if (state.equals("processed")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("document " + id + " is " + state);
    }

    private int count(Path folder, String sql) throws SQLException {
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}
