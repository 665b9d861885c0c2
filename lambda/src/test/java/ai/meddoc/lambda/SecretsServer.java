package ai.meddoc.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Answers GetSecretValue as Secrets Manager does, on a free port of this machine. */
final class SecretsServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    SecretsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void put(String name, String value) {
        secrets.put(name, value);
    }

    void forget(String name) {
        secrets.remove(name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = JSON.readTree(exchange.getRequestBody()).path("SecretId").asText();
        String value = secrets.get(name);
        boolean asked = "secretsmanager.GetSecretValue"
                .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        byte[] body = JSON.writeValueAsBytes(
                asked && value != null
                        ? Map.of("ARN", name, "Name", name, "SecretString", value)
                        : Map.of("__type", "ResourceNotFoundException"));
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(asked && value != null ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
