package ai.meddoc.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server with all that it tells others: a receiver of webhooks and a collector of traces, which keep every byte. */
record CanaryHouse(
        Path folder, HttpServer outside, Heard heard, RunningServer server, People people, CanaryPlanter planter)
        implements AutoCloseable {

    /** Heads and bodies. */
    record Heard(Queue<String> hooks, Queue<String> traces) {}

    static CanaryHouse open(Path folder, Map<String, String> settings) throws IOException {
        Heard heard = new Heard(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/hook", exchange -> hear(exchange, heard.hooks()));
        outside.createContext("/v1/traces", exchange -> hear(exchange, heard.traces()));
        outside.start();
        String address = "http://127.0.0.1:" + outside.getAddress().getPort();
        Map<String, String> all = new HashMap<>(People.SETTINGS);
        all.putAll(settings);
        all.put("OTEL_EXPORTER_OTLP_ENDPOINT", address);
        all.put("WEBHOOK_URLS", address + "/hook");
        all.put("WEBHOOK_SECRET", "0123456789abcdef0123456789abcdef");
        all.put("WEBHOOK_REACH", "loopback");
        RunningServer server = RunningServer.start(folder, all);
        People people = People.of(server);
        return new CanaryHouse(folder, outside, heard, server, people, new CanaryPlanter(server, people));
    }

    private static void hear(HttpExchange exchange, Queue<String> heard) throws IOException {
        // Protocol buffers write texts as they are.
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + "\n" + body);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    String hooks() {
        return String.join("\n", heard.hooks());
    }

    String traces() {
        return String.join("\n", heard.traces());
    }

    /** All that was heard, once it tells of such an event. */
    String awaitHook(String event) throws InterruptedException {
        for (int i = 0; i < 300 && !hooks().contains(event); i++) {
            Thread.sleep(100);
        }
        return hooks();
    }

    @Override
    public void close() {
        server.close();
        outside.stop(0);
    }
}
