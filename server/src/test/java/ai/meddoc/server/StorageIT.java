package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not what was uploaded, one that is gone, and what is past its time. */
final class StorageIT {

    private static final long DAY = 86_400_000L;

    @Test
    void sendsNoByteOfADamagedFileAndFindsTheMissing(@TempDir Path folder) throws Exception {
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            Api api = server.api();
            JsonNode reply = api.upload("a.txt", Samples.note(), Map.of("run_pipeline", "false"))
                    .json();
            long id = reply.path("document_id").asLong();
            Path file = folder.resolve("local_storage")
                    .resolve(api.get("/documents/" + id)
                            .json()
                            .path("local_path")
                            .asText());
            Files.writeString(file, Samples.NOTE.replace("diabetes", "diabolus"));

            for (String path : new String[] {"/file", "/text"}) {
                Api.Reply damaged = api.get("/documents/" + id + path);
                Problems.assertProblem(new Contract(), damaged, 500);
                assertThat(damaged.json().path("type").asText()).isEqualTo("/problems/file-damaged");
                assertThat(damaged.text()).doesNotContain("diabolus");
            }
            assertThat(count(folder, "audit_events WHERE outcome = 'DENIED' AND detail = 'FILE_DAMAGED'"))
                    .isEqualTo(2);
            String job = api.post("/documents/" + id + "/analyses", "{}").header("Location");
            assertThat(ended(api, job).at("/failure/type").asText()).isEqualTo("/problems/file-damaged");
            assertThat(count(folder, "audit_events WHERE actor = 'system' AND document_id = " + id))
                    .isEqualTo(1);

            Files.write(file, Samples.note());
            assertThat(api.get("/documents/" + id + "/file").response().body()).isEqualTo(Samples.note());
            assertThat(api.post(job + "/retry", "").status()).isEqualTo(200);
            assertThat(ended(api, job).path("state").asText()).isEqualTo("done");

            Files.delete(file);
            assertThat(api.get("/documents/" + id + "/file").json().path("type").asText())
                    .isEqualTo("/problems/file-missing");
            change(folder, "UPDATE documents SET created_at = created_at - " + 2 * DAY);
        }
        RunningServer doctor = RunningServer.launch(folder, Map.of(), 0, "storage");
        assertThat(doctor.awaitExit()).isEqualTo(65);
        assertThat(doctor.log())
                .contains("1 documents without a file")
                .contains("restore the files of the documents 1");
    }

    @Test
    void deletesWhatIsPastItsRetentionAndKeepsWhatIsHeld(@TempDir Path folder) throws Exception {
        byte[] marked = (Samples.NOTE + "Zebrafish 4711").getBytes(StandardCharsets.UTF_8);
        long old;
        long held;
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            old = server.api()
                    .upload("a.txt", marked, Map.of())
                    .json()
                    .path("document_id")
                    .asLong();
            held = server.api()
                    .uploadOnce("key-1", "b.txt", Samples.note())
                    .json()
                    .path("document_id")
                    .asLong();
            assertThat(server.api()
                            .post("/documents/" + held + "/hold", "{\"reason\":\"litigation\"}")
                            .status())
                    .isEqualTo(200);
            change(folder, "UPDATE documents SET created_at = created_at - " + 2 * DAY);
        }
        try (RunningServer server = RunningServer.start(folder, Map.of("RETENTION_DAYS", "1"))) {
            Api api = server.api();
            for (int i = 0; i < 300 && api.get("/documents/" + old).status() != 404; i++) {
                Thread.sleep(100);
            }
            assertThat(api.get("/documents/" + old).status()).isEqualTo(404);
            JsonNode kept = api.get("/documents/" + held).json();
            new Contract().check(kept, "DocumentDetail");
            assertThat(kept.path("legal_hold").asBoolean()).isTrue();
            assertThat(Instant.parse(kept.path("retained_until").asText()))
                    .isEqualTo(Instant.parse(kept.path("created_at").asText()).plusMillis(DAY));
            assertThat(count(
                            folder,
                            "audit_events WHERE action = 'DELETE' AND route = 'retention' AND actor = 'system'"))
                    .isEqualTo(1);
            for (int i = 0; i < 100 && count(folder, "blobs_to_delete") > 0; i++) {
                Thread.sleep(100);
            }
        }
        assertThat(count(folder, "analyses WHERE document_id = " + old)).isZero();
        assertThat(Files.readString(folder.resolve("app.db"), StandardCharsets.ISO_8859_1))
                .as("overwritten, not only forgotten")
                .doesNotContain("Zebrafish");
    }

    private static JsonNode ended(Api api, String job) throws InterruptedException {
        JsonNode now = api.get(job).json();
        for (int i = 0; i < 400 && now.path("state").asText().matches("queued|running"); i++) {
            Thread.sleep(25);
            now = api.get(job).json();
        }
        return now;
    }

    private static long count(Path folder, String what) throws SQLException {
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void change(Path folder, String sql) throws SQLException {
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
    }
}
