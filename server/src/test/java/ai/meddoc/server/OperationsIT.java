package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see: figures, log lines and traces, and nothing of a document in any of them. */
final class OperationsIT {

    private static final String NAME = "Zyxwaria";
    private static final Queue<String> TRACES = new ConcurrentLinkedQueue<>();

    private static HttpServer collector;
    private static RunningServer server;
    private static People people;
    private static String requestId = "";

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            TRACES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort());
        server = RunningServer.start(folder, settings);
        people = People.of(server);
        work(people.as("provider"));
    }

    private static void work(People.Caller provider) {
        byte[] note = (Samples.NOTE + "\nPatient: " + NAME).getBytes(StandardCharsets.UTF_8);
        Api.Reply kept = provider.upload(NAME + ".txt", note, Map.of());
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        requestId = kept.header("X-Request-Id");
        for (String path : List.of("/documents?q=" + NAME, "/" + NAME, "/codes/" + NAME, "/documents/" + NAME)) {
            provider.get(path);
        }
        provider.post("/classify", "{\"document_text\":\"" + NAME + " has asthma.\"}");
    }

    @AfterAll
    static void stop() {
        server.close();
        collector.stop(0);
    }

    @Test
    void showsItsFiguresToWhoeverMayObserve() {
        Api.Reply reply = people.key("observe").get("/metrics");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains(
                        "meddoc_jobs_waiting 0",
                        "meddoc_jobs_oldest_seconds 0",
                        "meddoc_jobs_ended_total{outcome=\"done\"} 1",
                        "meddoc_upload_bytes_count 1",
                        "meddoc_readers_lost 0",
                        "meddoc_step_seconds_count{step=\"analyze\"}",
                        "meddoc_step_seconds_count{step=\"extract\"} 1",
                        "meddoc_step_seconds_count{step=\"store\"} 1",
                        "route=\"/documents/{id}\"",
                        "route=\"unknown\"",
                        "hikaricp_connections_active",
                        "jvm_memory_used_bytes")
                .doesNotContain(NAME);
        assertThat(people.key("read").get("/metrics").status()).isEqualTo(403);
    }

    @Test
    void writesEveryLineAsJsonWhereNobodyReadsAlong() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = server.log()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> read(json, line))
                .toList();
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("logger").asText()).isEqualTo("meddoc.jobs");
            assertThat(line.path("message").asText()).isEqualTo("queue 0");
            assertThat(line.path("queue_age_seconds").isNumber()).isTrue();
        });
        assertThat(server.log()).doesNotContain(NAME);
    }

    private static JsonNode read(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    @Test
    void sendsSpansWithoutAWordOfADocument() throws InterruptedException {
        List<String> names =
                List.of("POST /documents", "GET /codes/{code}", "GET unknown", "job", "extract", "analyze");
        for (int i = 0; i < 200 && !names.stream().allMatch(String.join("", TRACES)::contains); i++) {
            Thread.sleep(100);
        }
        assertThat(String.join("", TRACES)).contains(names).contains(requestId).doesNotContain(NAME);
    }
}
