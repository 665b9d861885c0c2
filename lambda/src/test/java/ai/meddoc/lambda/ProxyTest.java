package ai.meddoc.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxyTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/documents | /documents",
                "/codes?q=heart failure&limit=3 | /codes?q=heart+failure&limit=3",
                "/codes?q=a%b | /codes?q=a%25b",
                "/documents/a%2Fb | /documents/a%2Fb",
                "/documents/Zoë | /documents/Zo%C3%AB",
                "//evil.example.org/x | /evil.example.org/x",
                "/a<b>\"c | /a%3Cb%3E%22c"
            })
    void leadsToTheSameAddress(String path, String expected) {
        URI uri = call(Events.get(path)).request().build().uri();
        assertThat(uri.getRawAuthority()).isEqualTo("127.0.0.1:1");
        assertThat(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .satisfiesAnyOf(
                        found -> assertThat(found).isEqualTo(expected),
                        // A map has no order.
                        found -> assertThat(found).isEqualTo("/codes?limit=3&q=heart+failure"));
    }

    @Test
    void believesTheGatewayOnWhoCalls() {
        HttpRequest request = call(Events.call(
                        "POST",
                        "/classify",
                        Map.of("Authorization", "Bearer t", "Content-Type", "application/json", "Connection", "close"),
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .request()
                .build();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().allValues("X-Forwarded-For")).containsExactly("198.51.100.7");
        assertThat(request.headers().map())
                .containsKeys("Authorization", "Content-Type", "X-Forwarded-Proto")
                .doesNotContainKeys("Connection", "Host");
        assertThat(request.bodyPublisher().orElseThrow().contentLength()).isEqualTo(2);
    }

    private static ProxyCall call(Map<String, Object> event) {
        return new ProxyCall(JSON.valueToTree(event), SERVER);
    }

    @Test
    void sendsTextAsItIsAndTheRestInBase64() throws Exception {
        ProxyReply json = reply("application/problem+json", 5, Duration.ofSeconds(5));
        assertThat(json.isBase64Encoded()).isFalse();
        assertThat(json.body()).isEqualTo("aaaaa");
        assertThat(json.multiValueHeaders()).doesNotContainKeys("content-length", "transfer-encoding");
        ProxyReply pdf = reply("application/pdf", 5, Duration.ofSeconds(5));
        assertThat(pdf.isBase64Encoded()).isTrue();
        assertThat(pdf.body()).isEqualTo("YWFhYWE=");
    }

    @Test
    void refusesWhatLambdaCannotSend() throws Exception {
        ProxyReply reply = reply("application/pdf", 5_000_000, Duration.ofSeconds(20));
        assertThat(reply.statusCode()).isEqualTo(502);
        assertThat(reply.body()).contains("5000000 bytes").contains("\"status\":502");
    }

    @Test
    void cutsAStreamOffInTime() throws Exception {
        long begin = System.nanoTime();
        ProxyReply reply = reply("text/event-stream", -1, Duration.ofMillis(400));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).startsWith("data: 1\n\n");
        assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
    }

    /** @param bytes of the answer; negative for a stream without an end */
    private static ProxyReply reply(String type, int bytes, Duration time) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes < 0 ? 0 : bytes);
            byte[] content = new byte[Math.max(0, bytes)];
            Arrays.fill(content, (byte) 'a');
            exchange.getResponseBody().write(bytes < 0 ? "data: 1\n\n".getBytes("UTF-8") : content);
            exchange.getResponseBody().flush();
            if (bytes >= 0) {
                exchange.close();
            }
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return ProxyReply.of(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream()), time);
        } finally {
            server.stop(0);
        }
    }
}
