package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: back up while people work, destroy, restore, and find everything as it was. */
final class BackupIT {

    private static final String KEY = "a-secret-that-seals-the-trail-and-outlives-every-machine";

    private static EmbeddedPostgres postgres;
    private static Path temp;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        postgres = EmbeddedPostgres.start();
        temp = folder;
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private record Output(int code, String text) {}

    private static Output run(Path folder, Map<String, String> settings, String... words) throws Exception {
        RunningServer process = RunningServer.launch(folder, settings, 0, words);
        return new Output(process.awaitExit(), process.log());
    }

    private static Map<String, String> settings(String database) throws Exception {
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("AUDIT_KEY", KEY);
        if (!database.equals("sqlite")) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            }
            settings.put("DB_URL", "postgresql://postgres:none@127.0.0.1:" + postgres.getPort() + "/" + database);
        }
        return settings;
    }

    /** What clients see of a document. */
    private record Seen(String file, String results, String text) {

        static Seen of(People.Caller caller, long id) {
            Api.Reply file = caller.get("/documents/" + id + "/file");
            assertThat(file.status()).as("document " + id).isEqualTo(200);
            return new Seen(
                    file.text(),
                    caller.get("/documents/" + id).json().path("results").toString(),
                    caller.get("/documents/" + id + "/text").text());
        }
    }

    /** A server with what people did, backed up while they go on. */
    private static Map<Long, Seen> worked(Path folder, Map<String, String> settings, Path backup) throws Exception {
        try (RunningServer server = RunningServer.start(folder, settings)) {
            People people = People.of(server);
            People.Caller provider = people.as("provider");
            Map<Long, Seen> documents = new HashMap<>();
            for (int i = 0; i < 5; i++) {
                long id = upload(provider, "before " + i);
                documents.put(id, Seen.of(provider, id));
            }
            long last = upload(provider, "deleted");
            assertThat(provider.delete("/documents/" + last).status()).isEqualTo(204);
            CompletableFuture<List<Long>> more = CompletableFuture.supplyAsync(() -> meanwhile(provider));
            Output made = run(folder, settings, "backup", "--to", backup.toString());
            assertThat(made.code()).as(made.text()).isZero();
            assertThat(made.text()).contains("ok   backup").doesNotContain(KEY);
            assertThat(more.get()).as("others work on").hasSize(20);
            return documents;
        }
    }

    private static List<Long> meanwhile(People.Caller provider) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(upload(provider, "during " + i));
        }
        return ids;
    }

    private static long upload(People.Caller provider, String what) {
        byte[] note = (Samples.NOTE + "\n" + what).getBytes(StandardCharsets.UTF_8);
        Api.Reply reply = provider.upload(what + ".txt", note, Map.of());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("document_id").asLong();
    }

    private static void isAsItWas(Path folder, Map<String, String> settings, Map<Long, Seen> documents) {
        try (RunningServer server = RunningServer.start(folder, settings)) {
            People people = People.known(server);
            People.Caller provider = people.as("provider");
            documents.forEach((id, seen) -> assertThat(Seen.of(provider, id)).isEqualTo(seen));
            long highest = documents.keySet().stream().mapToLong(id -> id).max().orElseThrow();
            assertThat(upload(provider, "after"))
                    .as("no number is given twice, not even that of the deleted document")
                    .isGreaterThan(highest + 1);
            assertThat(people.as("auditor")
                            .get("/audit/check")
                            .json()
                            .path("holds")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void restoresSqliteIntoBothDatabases() throws Exception {
        Path backup = temp.resolve("of-sqlite");
        Map<String, String> settings = settings("sqlite");
        Map<Long, Seen> documents = worked(Files.createDirectory(temp.resolve("a")), settings, backup);

        Path fresh = Files.createDirectory(temp.resolve("b"));
        Output restored = run(fresh, settings, "restore", "--from", backup.toString());
        assertThat(restored.code()).as(restored.text()).isZero();
        assertThat(restored.text()).contains("all as they were");
        isAsItWas(fresh, settings, documents);
        assertThat(run(fresh, settings, "restore", "--from", backup.toString()).text())
                .contains("not empty: nothing is overwritten");
        assertThat(run(fresh, settings, "backup", "--to", backup.toString()).code())
                .isEqualTo(2);

        Path other = Files.createDirectory(temp.resolve("c"));
        Map<String, String> moved = settings("moved");
        assertThat(run(other, moved, "restore", "--from", backup.toString()).code())
                .isZero();
        isAsItWas(other, moved, documents);
    }

    @Test
    void restoresPostgresIntoBothDatabases() throws Exception {
        Path backup = temp.resolve("of-postgres");
        Map<String, String> settings = settings("original");
        Map<Long, Seen> documents = worked(Files.createDirectory(temp.resolve("d")), settings, backup);

        Path fresh = Files.createDirectory(temp.resolve("e"));
        Map<String, String> again = settings("again");
        Output restored = run(fresh, again, "restore", "--from", backup.toString());
        assertThat(restored.code()).as(restored.text()).isZero();
        isAsItWas(fresh, again, documents);

        Path other = Files.createDirectory(temp.resolve("f"));
        Map<String, String> moved = settings("sqlite");
        assertThat(run(other, moved, "restore", "--from", backup.toString()).code())
                .isZero();
        isAsItWas(other, moved, documents);
    }

    @Test
    void findsWhatIsNotAsItWas() throws Exception {
        Path backup = temp.resolve("damaged");
        Map<String, String> settings = settings("sqlite");
        worked(Files.createDirectory(temp.resolve("g")), settings, backup);
        Output otherKey = run(
                Files.createDirectory(temp.resolve("h")),
                with(settings, "AUDIT_KEY", KEY.replace('s', 'z')),
                "restore",
                "--from",
                backup.toString());
        assertThat(otherKey.code()).isEqualTo(65);
        assertThat(otherKey.text()).contains("sealed with another key");

        Path halfEmpty = Files.createDirectory(temp.resolve("l"));
        assertThat(run(halfEmpty, settings, "restore", "--from", backup.toString())
                        .code())
                .isZero();
        Files.delete(halfEmpty.resolve("app.db"));
        Output mixed = run(halfEmpty, settings, "restore", "--from", backup.toString());
        assertThat(mixed.code()).isEqualTo(69);
        assertThat(mixed.text()).contains("already: nothing is overwritten");

        Path file;
        try (Stream<Path> files = Files.walk(backup.resolve("files"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.writeString(file, "x", StandardCharsets.UTF_8);
        Output damaged =
                run(Files.createDirectory(temp.resolve("i")), settings, "restore", "--from", backup.toString());
        assertThat(damaged.code()).isEqualTo(65);
        assertThat(damaged.text()).contains("is damaged in the backup");

        Output keyless = run(
                Files.createDirectory(temp.resolve("k")),
                with(settings, "AUDIT_KEY", ""),
                "restore",
                "--from",
                backup.toString());
        assertThat(keyless.code()).isEqualTo(2);
        assertThat(keyless.text()).contains("AUDIT_KEY");

        Files.delete(backup.resolve("manifest.json"));
        assertThat(run(Files.createDirectory(temp.resolve("j")), settings, "restore", "--from", backup.toString())
                        .code())
                .isEqualTo(69);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }
}
