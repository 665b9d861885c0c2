package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged gets done once, whatever dies. */
final class JobsSurviveIT {

    private static final Map<String, String> SETTINGS = Map.of("JOB_LEASE_SECONDS", "2", "WORKERS", "1");

    @Test
    void finishesInterruptedJobsOnceAfterKill(@TempDir Path folder) throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        byte[] long1 = Samples.NOTE.repeat(200).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (RunningServer first = RunningServer.start(folder, SETTINGS)) {
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
        try (RunningServer second = RunningServer.start(folder, SETTINGS)) {
            for (long id : acknowledged) {
                awaitProcessed(second.api(), id);
            }
        }
        assertThat(count(folder, "SELECT COUNT(*) FROM analyses")).isEqualTo(40);
        assertThat(count(folder, "SELECT COUNT(*) FROM jobs WHERE state = 'done'"))
                .isEqualTo(40);
    }

    @Test
    void keepsEverythingOverAnOrderlyRestart(@TempDir Path folder) {
        String before;
        try (RunningServer first = RunningServer.start(folder, SETTINGS)) {
            first.api().upload("kept.txt", Samples.note(), Map.of());
            before = first.api().get("/documents/1").text();
        }
        try (RunningServer second = RunningServer.start(folder, SETTINGS)) {
            assertThat(second.api().get("/documents/1").text()).isEqualTo(before);
            assertThat(second.api().get("/documents/1/file").response().body()).isEqualTo(Samples.note());
        }
    }

    private static void awaitProcessed(Api api, long id) throws InterruptedException {
        String state = "";
        for (int i = 0; i < 300; i++) {
            state = api.get("/documents/" + id).json().path("state").asText();
            if (state.equals("processed")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("document " + id + " is " + state);
    }

    private static int count(Path folder, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}
