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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a key file nothing that people wrote stands in the database or a backup in clear, and all of it works. */
final class EncryptedDatabaseIT {

    private static final String AUDIT = "a-secret-that-seals-the-trail-and-outlives-every-machine";
    private static final String CANARY = "quagmire";
    private static final byte[] HEAD = "MEDDOC\0\1".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path temp = Path.of("");

    private record Place(Map<String, String> settings, String jdbc) {}

    @Test
    void keepsSqliteSealed() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("one"));
        String jdbc = "jdbc:sqlite:" + folder.resolve("app.db");
        keepsSealed(
                folder,
                new Place(settings(), jdbc),
                new Place(settings(), "jdbc:sqlite:" + temp.resolve("two/app.db")));
        for (String name : List.of("app.db", "app.db-wal")) {
            if (Files.exists(folder.resolve(name))) {
                assertThat(bytes(folder.resolve(name))).doesNotContain(CANARY);
            }
        }
    }

    @Test
    void keepsPostgresSealed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            keepsSealed(
                    Files.createDirectory(temp.resolve("one")), place(postgres, "first"), place(postgres, "second"));
        }
    }

    private Place place(EmbeddedPostgres postgres, String name) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        Map<String, String> settings = settings();
        String address = "127.0.0.1:" + postgres.getPort() + "/" + name;
        settings.put("DB_URL", "postgresql://postgres:none@" + address);
        return new Place(settings, "jdbc:postgresql://" + address + "?user=postgres&password=none");
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("AUDIT_KEY", AUDIT);
        Path keys = Files.writeString(temp.resolve("keys"), "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n");
        settings.put("ENCRYPTION_KEY_FILE", keys.toString());
        return settings;
    }

    private void keepsSealed(Path folder, Place place, Place fresh) throws Exception {
        Path backup = temp.resolve("backup");
        long id;
        try (RunningServer server = RunningServer.start(folder, place.settings())) {
            People people = People.of(server);
            People.Caller provider = people.as("provider");
            byte[] note = (Samples.NOTE + "\nSeen with Zebulon Quagmire.").getBytes(StandardCharsets.UTF_8);
            id = id(provider.upload("Zebulon Quagmire.txt", note, Map.of()));
            id(provider.upload("another.txt", Samples.note(), Map.of()));
            assertThat(people.as("admin")
                            .post("/documents/" + id + "/hold", "{\"reason\":\"Quagmire against the hospital\"}")
                            .text())
                    .contains("Quagmire against");
            Api.Reply decided = Reviewing.first(people.as("coder"))
                    .post(
                            "/documents/" + id + "/review/decisions",
                            "{\"action\":\"reject\",\"item\":\"c1\",\"reason\":\"Quagmire denies it\"}");
            assertThat(decided.status()).as(decided.text()).isLessThan(300);
            shows(people, id);
            Map<String, String> stored = stored(place.jdbc());
            assertThat(stored.get("documents")).contains("\u0001sealed:");
            assertThat(stored.get("analyses")).contains("\u0001sealed:");
            stored.forEach((table, rows) ->
                    assertThat(rows).as(table).doesNotContain(CANARY).doesNotContain("diabetes"));
            assertThat(run(folder, place.settings(), "backup", "--to", backup.toString()))
                    .contains("ok   backup")
                    .contains("encrypted");
        }
        nothingInClear(backup);
        Path other = Files.createDirectory(temp.resolve("two"));
        Map<String, String> keyless = new HashMap<>(fresh.settings());
        keyless.remove("ENCRYPTION_KEY_FILE");
        assertThat(run(other, keyless, "restore", "--from", backup.toString())).doesNotContain("all as they were");
        assertThat(run(other, fresh.settings(), "restore", "--from", backup.toString()))
                .contains("all as they were");
        try (RunningServer server = RunningServer.start(other, fresh.settings())) {
            shows(People.known(server), id);
        }
    }

    private static long id(Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("document_id").asLong();
    }

    private static void shows(People people, long id) {
        People.Caller provider = people.as("provider");
        Api.Reply found = provider.get("/documents?q=QUAGmire");
        assertThat(found.json()).hasSize(1);
        assertThat(found.json().path(0).path("original_filename").asText()).isEqualTo("Zebulon Quagmire.txt");
        assertThat(provider.get("/documents?q=nobody").json()).isEmpty();
        assertThat(provider.get("/documents?q=.txt&limit=1").json()).hasSize(1);
        assertThat(provider.get("/documents").json()).hasSize(2);
        assertThat(provider.get("/documents/" + id + "/text").text()).contains("Zebulon Quagmire");
        assertThat(provider.get("/documents/" + id).text()).contains("E11.22");
        assertThat(provider.get("/documents/" + id + "/analyses/1").text()).contains("E11.22");
        assertThat(people.as("coder").get("/documents/" + id + "/review").text())
                .contains("E11.22");
        assertThat(people.as("admin").get("/holds").text()).contains("Quagmire against");
    }

    /** All rows of all tables, in lower case. */
    private static Map<String, String> stored(String jdbc) throws SQLException {
        Map<String, String> tables = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            List<String> names = new ArrayList<>();
            String schema = jdbc.startsWith("jdbc:sqlite") ? null : "public";
            try (ResultSet found = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    names.add(found.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                tables.put(name, rows(connection, name));
            }
        }
        return tables;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    all.append(rows.getString(i)).append('\n');
                }
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static void nothingInClear(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean manifest = file.getFileName().toString().equals("manifest.json");
                assertThat(bytes(file))
                        .as(file.toString())
                        .doesNotContain(CANARY)
                        .doesNotContain("diabetes");
                assertThat(Files.readAllBytes(file)).satisfies(content -> {
                    if (!manifest) {
                        assertThat(content).startsWith(HEAD);
                    }
                });
                assertThat(isGzip(file))
                        .as("a compressed file would hide what it holds")
                        .isFalse();
            }
        }
    }

    private static boolean isGzip(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.read() >= -1;
        } catch (java.util.zip.ZipException e) {
            return false;
        }
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static String run(Path folder, Map<String, String> settings, String... words) throws Exception {
        RunningServer process = RunningServer.launch(folder, settings, 0, words);
        process.awaitExit();
        return process.log();
    }
}
