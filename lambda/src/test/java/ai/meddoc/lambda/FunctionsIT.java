package ai.meddoc.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serverless deployment without AWS: Lambda's own runtime, a real PostgreSQL, an S3-compatible server. */
final class FunctionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTE = "CLINICAL NOTE\nAssessment: Type 2 diabetes mellitus. Essential hypertension.\n"
            .getBytes(StandardCharsets.UTF_8);
    private static final String SCAN_FREE_PDF = "../test_docs/ed-note-asthma.pdf";

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private BucketServer bucket;
    private SecretsServer secrets;

    @BeforeEach
    void start() throws Exception {
        // It asks nobody for a password unless it is told to.
        Path rules = folder.resolve("hba");
        Files.writeString(rules, "host all postgres all trust\nhost all all all scram-sha-256\n");
        rules.toFile().setReadable(true, false);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .start();
        bucket = new BucketServer(folder);
        secrets = new SecretsServer();
        execute("CREATE ROLE medai LOGIN SUPERUSER PASSWORD 'first'");
        secrets.put("database", "{\"username\":\"medai\",\"password\":\"first\"}");
        secrets.put("audit", "0123456789abcdef0123456789abcdef");
    }

    @AfterEach
    void stop() throws Exception {
        secrets.close();
        bucket.close();
        postgres.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(bucket.settings());
        settings.put("DB_URL", "postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        settings.put("DB_SECRET_ARN", "database");
        settings.put("AUDIT_KEY_SECRET_ARN", "audit");
        settings.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.address());
        settings.put("ANSWER_WITHIN_SECONDS", "1");
        settings.put("JOB_LEASE_SECONDS", "2");
        settings.put("READER_MEMORY_MB", "256");
        return settings;
    }

    @Test
    void takesAnUploadToItsResultsOnce() throws Exception {
        try (Function program = Function.start(Function.PROGRAM, folder, settings());
                Function worker = Function.start(Function.WORKER, folder, settings())) {
            long begin = System.nanoTime();
            assertThat(program.invoke(Events.get("/health")).path("body").asText())
                    .isEqualTo("{\"status\":\"ok\"}");
            long first = millisSince(begin);
            long document = upload(program, "note.txt", NOTE);
            long pdf = upload(program, "asthma.pdf", Files.readAllBytes(Path.of(SCAN_FREE_PDF)));
            assertThat(state(program, document)).isEqualTo("queued");
            List<String> keys = bucket.keys();
            assertThat(keys).hasSize(2).allMatch(key -> key.startsWith("uploads/"));
            String[] messages = keys.stream().map(Events::stored).toArray(String[]::new);

            begin = System.nanoTime();
            assertThat(failures(worker.invoke(Events.messages(messages)))).isEmpty();
            long reading = millisSince(begin);
            JsonNode results = get(program, "/documents/" + document).path("results");
            assertThat(results.path("classification").path("document_type").asText())
                    .isEqualTo("CLINICAL NOTE");
            assertThat(results.path("codes").findValuesAsText("code")).contains("E11.9", "I10");
            assertThat(get(program, "/documents/" + pdf).path("results").toString())
                    .contains("\"code\":\"J45");

            begin = System.nanoTime();
            assertThat(failures(worker.invoke(Events.messages(messages))))
                    .as("the same messages again")
                    .isEmpty();
            long again = millisSince(begin);
            assertThat(count("SELECT COUNT(*) FROM analyses")).isEqualTo(2);
            assertThat(count("SELECT MAX(attempts) FROM jobs")).isEqualTo(1);
            JsonNode file = program.invoke(Events.get("/documents/" + pdf + "/file"));
            assertThat(Base64.getDecoder().decode(file.path("body").asText()))
                    .isEqualTo(Files.readAllBytes(Path.of(SCAN_FREE_PDF)));
            System.out.printf(
                    "lambda: cold start without a snapshot %d ms (program), %d ms (worker); first call %d ms;"
                            + " a note and a PDF read in %d ms, the same messages again %d ms;"
                            + " resident %d MB (program), %d MB (worker with its reader)%n",
                    program.startMillis(),
                    worker.startMillis(),
                    first,
                    reading,
                    again,
                    program.residentMegabytes(),
                    worker.residentMegabytes());
        }
    }

    @Test
    void namesTheMessagesThatMustComeAgain() throws Exception {
        try (Function program = Function.start(Function.PROGRAM, folder, settings());
                Function worker = Function.start(Function.WORKER, folder, settings())) {
            long document = upload(program, "note.txt", NOTE);
            String kept = bucket.keys().getFirst();
            String stray = "uploads/ab/ab0123456789abcdef0123456789abcd";
            bucket.put(stray, "a file whose upload was never acknowledged");
            JsonNode reply = worker.invoke(Events.messages(
                    Events.stored(kept),
                    "not JSON",
                    Events.stored(stray),
                    Events.stored("uploads/cd/cd0123456789abcdef0123456789abcd"),
                    Events.stored("uploads/../secret")));
            assertThat(failures(reply)).containsExactly("m1", "m2", "m4");
            assertThat(state(program, document)).isEqualTo("processed");
            assertThat(worker.log()).doesNotContain("diabetes", "secret");
        }
    }

    @Test
    void findsByTheMinuteWhatNoMessageTold() throws Exception {
        try (Function program = Function.start(Function.PROGRAM, folder, settings());
                Function worker = Function.start(Function.WORKER, folder, settings())) {
            long document = upload(program, "note.txt", NOTE);
            assertThat(failures(worker.invoke(Events.messages("{}")))).isEmpty();
            assertThat(state(program, document)).isEqualTo("processed");
        }
    }

    @Test
    void goesOnWhereAWorkerDied() throws Exception {
        try (Function program = Function.start(Function.PROGRAM, folder, settings());
                Function first = Function.start(Function.WORKER, folder, settings())) {
            List<Long> documents = new ArrayList<>();
            byte[] long1 = new String(NOTE, StandardCharsets.UTF_8).repeat(300).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 12; i++) {
                documents.add(upload(program, "n" + i + ".txt", long1));
            }
            Thread caller = Thread.ofVirtual().start(() -> ignore(first));
            while (count("SELECT COUNT(*) FROM jobs WHERE state = 'running'") == 0) {
                Thread.sleep(5);
            }
            first.kill();
            caller.interrupt();
            assertThat(count("SELECT COUNT(*) FROM jobs WHERE state <> 'done'")).isPositive();
            try (Function second = Function.start(Function.WORKER, folder, settings())) {
                String[] messages = bucket.keys().stream().map(Events::stored).toArray(String[]::new);
                assertThat(failures(second.invoke(Events.messages(messages), Duration.ofMinutes(3))))
                        .isEmpty();
            }
            for (long document : documents) {
                assertThat(state(program, document)).isEqualTo("processed");
            }
            assertThat(count("SELECT COUNT(*) FROM analyses")).isEqualTo(12);
        }
    }

    private static void ignore(Function worker) {
        try {
            worker.invoke(Events.messages("{}"));
        } catch (Exception e) {
            // It was killed.
        }
    }

    @Test
    void comesBackFromASnapshotWithTheSecretsOfToday() throws Exception {
        try (Function program = Function.snapshot(Function.PROGRAM, folder, settings())) {
            assertThat(connectionsSoon()).as("connections in the snapshot").isZero();
            rotate("second");
            long begin = System.nanoTime();
            program.restore();
            assertThat(status(program)).isEqualTo(200);
            long back = millisSince(begin);
            rotate("third");
            assertThat(status(program)).as("before it knows").isGreaterThanOrEqualTo(500);
            assertThat(status(program)).as("as soon as it has looked").isEqualTo(200);
            secrets.forget("database");
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'medai'");
            assertThat(status(program)).as("its connection broke").isGreaterThanOrEqualTo(500);
            assertThat(status(program)).as("with the secrets it has").isEqualTo(200);
            System.out.printf(
                    "lambda: %d ms up to the snapshot, %d ms from its restoration to the first answer%n",
                    program.startMillis(), back);
        }
    }

    /** A new password, and nobody stays connected by the old one. */
    private void rotate(String password) throws SQLException {
        execute("ALTER ROLE medai PASSWORD '" + password + "'");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'medai'");
        secrets.put("database", "{\"username\":\"medai\",\"password\":\"" + password + "\"}");
    }

    private static int status(Function program) throws Exception {
        return program.invoke(Events.get("/documents")).path("statusCode").asInt();
    }

    /** The server notices only after a while that one was closed. */
    private int connectionsSoon() throws Exception {
        int open = 1;
        for (int i = 0; i < 50 && open > 0; i++) {
            Thread.sleep(100);
            open = count("SELECT COUNT(*) FROM pg_stat_activity WHERE usename = 'medai'");
        }
        return open;
    }

    private long upload(Function program, String name, byte[] content) throws Exception {
        JsonNode reply = program.invoke(Events.upload(name, content));
        assertThat(reply.path("statusCode").asInt()).as(program.log()).isEqualTo(202);
        return JSON.readTree(reply.path("body").asText()).path("document_id").asLong();
    }

    private static JsonNode get(Function program, String path) throws Exception {
        return JSON.readTree(program.invoke(Events.get(path)).path("body").asText());
    }

    private static String state(Function program, long document) throws Exception {
        return get(program, "/documents/" + document).path("state").asText();
    }

    private static List<String> failures(JsonNode reply) {
        return StreamSupport.stream(reply.path("batchItemFailures").spliterator(), false)
                .map(failure -> failure.path("itemIdentifier").asText())
                .toList();
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}
