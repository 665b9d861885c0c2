package ai.meddoc.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The interface that Lambda offers to a runtime inside an environment, on a free port of this machine. */
final class RuntimeApi implements AutoCloseable {

    private static final String BASE = "/2018-06-01/runtime/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch snapshot = new CountDownLatch(1);
    private final CountDownLatch restored = new CountDownLatch(1);

    private record Call(String id, String event, Duration time) {}

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE + "invocation/next", this::next);
        server.createContext(BASE + "invocation/", this::reply);
        server.createContext(BASE + "restore/next", this::restore);
        server.createContext(BASE, exchange -> answer(exchange, 202, "{}"));
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands an event to the function and waits for what it returns. */
    JsonNode invoke(Object event, Duration time) throws Exception {
        Call call = new Call(UUID.randomUUID().toString(), JSON.writeValueAsString(event), time);
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        replies.put(call.id(), reply);
        calls.add(call);
        return reply.get(time.toMillis() + 5_000, TimeUnit.MILLISECONDS);
    }

    /** Waits until the function has started and asks for its first event. */
    boolean awaitReady(Duration time) throws InterruptedException {
        return ready.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until the function has started and is ready for the snapshot. */
    boolean awaitSnapshot(Duration time) throws InterruptedException {
        return snapshot.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** As if the environment were started from its snapshot now. */
    void letItRestore() {
        restored.countDown();
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.countDown();
        try {
            Call call = calls.take();
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", call.id());
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Deadline-Ms",
                            String.valueOf(
                                    System.currentTimeMillis() + call.time().toMillis()));
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:f");
            answer(exchange, 200, call.event());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(HttpExchange exchange) throws IOException {
        String[] words =
                exchange.getRequestURI().getPath().substring(BASE.length()).split("/");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        CompletableFuture<JsonNode> waiting = replies.remove(words[1]);
        if (waiting != null && words[2].equals("response")) {
            waiting.complete(JSON.readTree(body));
        } else if (waiting != null) {
            waiting.completeExceptionally(new AssertionError("the function failed: " + body));
        }
        answer(exchange, 202, "{}");
    }

    private void restore(HttpExchange exchange) throws IOException {
        snapshot.countDown();
        try {
            restored.await();
            answer(exchange, 200, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
