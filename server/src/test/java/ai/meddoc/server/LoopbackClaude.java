package ai.meddoc.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks the Messages API on loopback and can be away. It confirms hypertension whatever it is asked: it shows mechanics,
 * never accuracy.
 */
final class LoopbackClaude implements AutoCloseable {

    /** What one reply of this server costs at the prices of the default model. */
    static final long MICRO_DOLLARS = (1500 * 2000L + 2400 * 200L + 400 * 10_000L) / 1000;

    private static final int OVERLOADED = 529;

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean away;

    LoopbackClaude() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/messages", this::answer);
        server.createContext("/v1/messages/count_tokens", exchange -> send(exchange, 200, "{\"input_tokens\": 6000}"));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Of a server that asks it; to be added to. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "USE_CLAUDE_REAL",
                "true",
                "ANTHROPIC_API_KEY",
                "sk-test",
                "ANTHROPIC_BASE_URL",
                address(),
                "ANSWER_WITHIN_SECONDS",
                "60"));
    }

    void away(boolean now) {
        away = now;
    }

    int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        send(exchange, away ? OVERLOADED : 200, away ? "{}" : message());
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String message() {
        ObjectNode reply = Api.JSON.createObjectNode();
        reply.putArray("codes")
                .addObject()
                .put("code", "I10")
                .put("confidence", 0.9)
                .put("rationale", "Treated.")
                .putArray("quotes")
                .add("hypertension");
        ObjectNode message = Api.JSON
                .createObjectNode()
                .put("id", "msg_loopback")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "claude-sonnet-5-5");
        message.putArray("content").addObject().put("type", "text").put("text", reply.toString());
        message.put("stop_reason", "end_turn").putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", 1500)
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 2400)
                .put("output_tokens", 400);
        return message.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
