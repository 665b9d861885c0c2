package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trace leads from a caller over the request to the work on the document, whichever server does it. */
final class TracesIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            spans.addAll(Span.exported(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void aJobOfAnotherServerGoesOnInTheTraceOfItsUpload(@TempDir Path folder) throws Exception {
        long job;
        try (RunningServer taking = RunningServer.start(folder, settings("none"))) {
            Api api = taking.api();
            Api.Reply taken = api.send(api.uploadRequest("visit.txt", Samples.note(), Map.of())
                    .header("Prefer", "respond-async")
                    .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01"));
            assertThat(taken.status()).isEqualTo(202);
            job = taken.json().path("job_id").asLong();
        }
        try (RunningServer working = RunningServer.start(folder, settings("all"))) {
            awaitDone(working.api(), job);
        }

        Span request = named("POST /documents");
        Span work = named("job");
        assertThat(request.trace()).isEqualTo(TRACE);
        assertThat(request.parent()).isEqualTo(CALLER);
        assertThat(work.trace()).isEqualTo(TRACE);
        assertThat(work.parent()).isEqualTo(request.id());
        for (String step : List.of("extract", "analyze", "store")) {
            assertThat(named(step).trace()).isEqualTo(TRACE);
            assertThat(named(step).parent()).isEqualTo(work.id());
        }
    }

    @Test
    void aRunThatIsAskedForGoesOnInTheTraceOfWhoAsked(@TempDir Path folder) throws Exception {
        try (RunningServer server = RunningServer.start(folder, settings("all"))) {
            Api api = server.api();
            Api.Reply kept = api.upload("visit.txt", Samples.note(), Map.of("run_pipeline", "false"));
            long document = kept.json().path("document_id").asLong();
            Api.Reply asked = api.post("/documents/" + document + "/analyses", "{}");
            assertThat(asked.status()).as(asked.text()).isEqualTo(202);
            awaitDone(api, asked.json().path("id").asLong());
        }

        Span request = named("POST /documents/{id}/analyses");
        assertThat(named("job").trace()).isEqualTo(request.trace());
        assertThat(named("job").parent()).isEqualTo(request.id());
        assertThat(named("POST /documents").trace()).isNotEqualTo(request.trace());
    }

    private Map<String, String> settings(String jobs) {
        Map<String, String> settings = new HashMap<>();
        settings.put("JOBS", jobs);
        settings.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort());
        return settings;
    }

    private static void awaitDone(Api api, long job) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (api.get("/jobs/" + job).json().path("state").asText().equals("done")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("job " + job + " was not done");
    }

    private Span named(String name) {
        List<Span> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }
}
