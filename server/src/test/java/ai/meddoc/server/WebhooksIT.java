package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that fails first, one that leads elsewhere, and a server that dies before it told. */
final class WebhooksIT {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String NAME = "Zbigniew-Quartermaine.txt";

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private @Nullable HttpServer receiver;

    private record Heard(String body, String signature, String delivery) {}

    @BeforeEach
    void listen() throws IOException {
        receiver = listen(0);
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/hook", this::hear);
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        receiver().stop(0);
    }

    private HttpServer receiver() {
        return Objects.requireNonNull(receiver);
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer status = answers.poll();
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
        heard.add(new Heard(
                body,
                exchange.getRequestHeaders().getFirst("Meddoc-Signature"),
                exchange.getRequestHeaders().getFirst("Meddoc-Delivery")));
    }

    private Map<String, String> settings() {
        return Map.of(
                "WEBHOOK_URLS",
                "http://127.0.0.1:" + receiver().getAddress().getPort() + "/hook?for=tests",
                "WEBHOOK_SECRET",
                SECRET,
                "WEBHOOK_REACH",
                "loopback");
    }

    @Test
    void tellsAgainUntilItIsHeardAndFollowsNoRedirection(@TempDir Path folder) throws Exception {
        answers.add(302);
        try (RunningServer server = RunningServer.start(folder, settings())) {
            JsonNode reply = server.api().upload(NAME, Samples.note(), Map.of()).json();
            Heard first = next();
            Heard second = next();
            assertThat(second.delivery()).isEqualTo(first.delivery());
            assertThat(second.body()).isEqualTo(first.body());
            JsonNode told = Api.JSON.readTree(second.body());
            assertThat(told.propertyStream().map(Map.Entry::getKey))
                    .containsExactly("id", "event", "job_id", "document_id", "at");
            assertThat(told.path("event").asText()).isEqualTo("job.done");
            assertThat(told.path("job_id")).isEqualTo(reply.path("job_id"));
            assertThat(told.path("document_id")).isEqualTo(reply.path("document_id"));
            assertThat(second.body()).doesNotContain("Zbigniew");
            assertSigned(second);
            assertThat(elsewhere).hasValue(0);

            JsonNode log = awaitState(server.api(), "delivered");
            new Contract().checkEach(log, "Delivery");
            assertThat(log.at("/0/attempts").asInt()).isEqualTo(2);
            assertThat(log.at("/0/status").asInt()).isEqualTo(204);
            assertThat(log.at("/0/receiver").asText()).doesNotContain("for=tests");
        }
    }

    @Test
    void tellsWhatAServerThatDiedDidNot(@TempDir Path folder) throws Exception {
        int port = receiver().getAddress().getPort();
        Map<String, String> settings = settings();
        receiver().stop(0);
        try (RunningServer server = RunningServer.start(folder, settings)) {
            server.api().upload(NAME, Samples.note(), Map.of());
            server.kill();
        }
        receiver = listen(port);
        try (RunningServer server = RunningServer.start(folder, settings)) {
            assertSigned(next());
            awaitState(server.api(), "delivered");
        }
    }

    private Heard next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(90, TimeUnit.SECONDS), "nothing was heard");
    }

    private static JsonNode awaitState(Api api, String state) throws InterruptedException {
        JsonNode log = api.get("/webhooks/deliveries?state=" + state).json();
        for (int i = 0; i < 200 && log.isEmpty(); i++) {
            Thread.sleep(50);
            log = api.get("/webhooks/deliveries?state=" + state).json();
        }
        assertThat(log.size()).isEqualTo(1);
        return log;
    }

    private static void assertSigned(Heard heard) throws GeneralSecurityException {
        String[] parts = heard.signature().split("[=,]", -1);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] sum = mac.doFinal((parts[1] + "." + heard.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(parts[3]).isEqualTo(HexFormat.of().formatHex(sum));
        assertThat(Long.parseLong(parts[1]))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
    }
}
