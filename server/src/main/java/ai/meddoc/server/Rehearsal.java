package ai.meddoc.server;

import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One start with a few requests and nothing kept, from which the JVM records its start-up cache. */
final class Rehearsal {

    private static final String NOTE = "CLINICAL NOTE\\nAssessment: Type 2 diabetes mellitus. Hypertension.";
    private static final List<String> READS = List.of(
            "/health", "/health/ready", "/documents", "/documents/1", "/documents/1/text", "/jobs/1", "/jobs/1/events",
            "/codes?q=hypertension", "/codes/I10", "/eval/latest", "/nothing", "/api/health", "/", "/openapi.json");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    private Rehearsal(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Points the settings at a folder of its own. */
    static Rehearsal prepare() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path folder = Files.createTempDirectory("meddoc-rehearsal");
            System.setProperty("HOST", "127.0.0.1");
            System.setProperty("PORT", String.valueOf(free.getLocalPort()));
            System.setProperty("DB_URL", "sqlite:///" + folder.resolve("app.db"));
            System.setProperty("STORAGE_DIR", folder.resolve("files").toString());
            return new Rehearsal(free.getLocalPort());
        } catch (IOException e) {
            throw new SettingsException("no temporary folder can be made");
        }
    }

    /** Waits until the server listens, then asks it everything once. */
    void run() {
        try {
            awaitStart();
            for (int i = 0; i < 20; i++) {
                send(HttpRequest.newBuilder(URI.create(base + "/documents"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"n.txt\"\r\nContent-Type: text/plain\r\n\r\n" + NOTE + "\r\n--b--\r\n")));
                send(HttpRequest.newBuilder(URI.create(base + "/classify"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"document_text\":\"" + NOTE + "\"}")));
            }
            for (String path : READS) {
                send(HttpRequest.newBuilder(URI.create(base + path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitStart() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                send(HttpRequest.newBuilder(URI.create(base + "/health")));
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.ofString());
    }
}
