package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key takes the place of an old one, and of none, while a server works; then the old one is thrown away. */
final class ResealIT {

    private static final String OLD = "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=";
    private static final String NEW = "zc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc0=";

    /** Sealed under a key that is nowhere. */
    private static final String UNKNOWN = "\u0001sealed:0123456789abcdef:AAAA";

    @TempDir
    private Path temp = Path.of("");

    private record Output(int code, String text) {}

    @Test
    void onSqlite() throws Exception {
        resealed(Map.of(), "jdbc:sqlite:" + temp.resolve("app.db"));
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String address = "127.0.0.1:" + postgres.getPort() + "/postgres";
            resealed(
                    Map.of("DB_URL", "postgresql://postgres:none@" + address),
                    "jdbc:postgresql://" + address + "?user=postgres&password=none");
        }
    }

    private void resealed(Map<String, String> place, String jdbc) throws Exception {
        List<Long> documents = new ArrayList<>();
        try (RunningServer server = RunningServer.start(temp, settings(place))) {
            documents.add(written(People.of(server), "before keys"));
        }
        try (RunningServer server = RunningServer.start(temp, settings(place, OLD))) {
            People people = People.known(server);
            for (int i = 0; i < 6; i++) {
                documents.add(written(people, "under the old key " + i));
            }
        }
        Output counted = run(settings(place, NEW, OLD), "doctor");
        assertThat(counted.text())
                .containsPattern("-- +keys +5 values of the database are in clear")
                .containsPattern("-- +keys +30 values of the database under the old key [0-9a-f]{16}:");
        assertThat(run(settings(place, NEW), "doctor").text())
                .containsPattern("!! +keys +30 values of the database need key [0-9a-f]{16}, which is not in");

        try (RunningServer server = RunningServer.start(temp, settings(place, NEW, OLD))) {
            RunningServer broken = RunningServer.launch(temp, settings(place, NEW, OLD), 0, "reseal");
            Thread.sleep(1_200);
            broken.kill();
            aDamagedValueIsNamedAndLeft(place, jdbc);
            Output done = run(settings(place, NEW, OLD), "reseal");
            assertThat(done.code()).as(done.text()).isZero();
            assertThat(done.text()).contains("ok   reseal").contains("old keys");
            shows(People.known(server), documents);
            assertThat(run(settings(place, NEW, OLD), "reseal").text()).contains(" 0 values and 0 files sealed anew");
        }
        assertThat(run(settings(place, NEW), "doctor").text())
                .containsPattern("ok +keys +35 values of the database under key")
                .doesNotContain("in clear", "old key");
        try (RunningServer server = RunningServer.start(temp, settings(place, NEW))) {
            shows(People.known(server), documents);
        }
        assertThat(run(settings(place), "reseal").text()).contains("ENCRYPTION_KEY_FILE");
    }

    /** A value whose key is gone stays as it is, and the rest is done. */
    private void aDamagedValueIsNamedAndLeft(Map<String, String> place, String jdbc) throws Exception {
        String last = "(SELECT MAX(document_id) FROM legal_holds)";
        String kept;
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT reason FROM legal_holds WHERE document_id = " + last)) {
            assertThat(rows.next()).isTrue();
            kept = rows.getString(1);
        }
        seal(jdbc, last, UNKNOWN);
        Output done = run(settings(place, NEW, OLD), "reseal");
        assertThat(done.code()).as(done.text()).isEqualTo(65);
        assertThat(done.text()).contains("legal_holds").contains("its reason cannot be opened");
        seal(jdbc, last, kept);
    }

    private static void seal(String jdbc, String document, String reason) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                var statement = connection.prepareStatement(
                        "UPDATE legal_holds SET reason = ? WHERE document_id = " + document)) {
            statement.setString(1, reason);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    /** A document with a value in five of the sealed columns. */
    private static long written(People people, String what) {
        byte[] note = (Samples.NOTE + "\n" + what).getBytes(StandardCharsets.UTF_8);
        Api.Reply kept = people.as("provider").upload(what + ".txt", note, Map.of());
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        long id = kept.json().path("document_id").asLong();
        Api.Reply held = people.as("admin").post("/documents/" + id + "/hold", "{\"reason\":\"case " + id + "\"}");
        assertThat(held.status()).as(held.text()).isLessThan(300);
        Api.Reply decided =
                Reviewing.first(people.as("coder")).post("/documents/" + id + "/review/decisions", Reviewing.ACCEPT);
        assertThat(decided.status()).as(decided.text()).isLessThan(300);
        return id;
    }

    private static void shows(People people, List<Long> documents) {
        assertThat(people.as("provider").get("/documents").json()).hasSize(documents.size());
        String holds = people.as("admin").get("/holds").text();
        for (long id : documents) {
            for (String path : List.of("", "/file", "/text", "/analyses/1")) {
                Api.Reply shown = people.as("provider").get("/documents/" + id + path);
                assertThat(shown.status()).as(path + shown.text()).isEqualTo(200);
            }
            assertThat(people.as("provider").get("/documents/" + id).text()).contains("E11.22");
            assertThat(people.as("coder").get("/documents/" + id + "/review").text())
                    .contains("accept");
            assertThat(holds).contains("case " + id);
        }
    }

    private Map<String, String> settings(Map<String, String> place, String... keys) throws IOException {
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.putAll(place);
        settings.put("AUDIT_KEY", "0123456789abcdef0123456789abcdef0123456789abcdef");
        if (keys.length > 0) {
            Path file = Files.write(temp.resolve("keys-" + keys.length + keys[0].charAt(0)), List.of(keys));
            settings.put("ENCRYPTION_KEY_FILE", file.toString());
        }
        return settings;
    }

    private Output run(Map<String, String> settings, String... words) throws Exception {
        RunningServer process = RunningServer.launch(temp, settings, 0, words);
        return new Output(process.awaitExit(), process.log());
    }
}
