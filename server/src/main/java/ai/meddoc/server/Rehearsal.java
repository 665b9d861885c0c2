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
import java.util.stream.Stream;

/**
 * For the launcher: one start in the working directory with a few requests, from which the JVM records its start-up
 * cache.
 */
final class Rehearsal {

    private static final String NOTE = "CLINICAL NOTE\\nAssessment: Type 2 diabetes mellitus. Hypertension.";
    private static final List<String> READS = List.of(
            "/health",
            "/health/ready",
            "/documents",
            "/documents/1",
            "/documents/1/text",
            "/jobs/1",
            "/jobs/1/events",
            "/codes?q=hypertension",
            "/codes/I10",
            "/eval/latest",
            "/nothing",
            "/api/health",
            "/",
            "/openapi.json");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Path samples;

    private Rehearsal(int port, Path samples) {
        this.base = "http://127.0.0.1:" + port;
        this.samples = samples;
    }

    /**
     * Points the settings at a free port and the working directory.
     *
     * @param samples a folder of documents to upload
     */
    static Rehearsal prepare(Path samples) {
        try (ServerSocket free = new ServerSocket(0)) {
            System.setProperty("HOST", "127.0.0.1");
            System.setProperty("PORT", String.valueOf(free.getLocalPort()));
            return new Rehearsal(free.getLocalPort(), samples);
        } catch (IOException e) {
            throw new SettingsException("no port is free");
        }
    }

    /** Waits until the server listens, then asks it everything once. */
    void run() {
        try {
            awaitStart();
            for (Path file : documents()) {
                upload(Files.readAllBytes(file));
            }
            send(HttpRequest.newBuilder(URI.create(base + "/classify"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"document_text\":\"" + NOTE + "\"}")));
            for (String path : READS) {
                send(HttpRequest.newBuilder(URI.create(base + path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Scans take seconds, and most of it in native code that no cache holds. */
    private List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.list(samples)) {
            return all.filter(file -> !file.getFileName().toString().contains("scan"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private void upload(byte[] content) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(base + "/documents"))
                .header("Content-Type", "multipart/form-data; boundary=rehearsal-boundary")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--rehearsal-boundary\r\nContent-Disposition: form-data;"
                                + " name=\"file\"; filename=\"n\"\r\n\r\n"),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--rehearsal-boundary--\r\n"))));
    }

    /** As long as a busy machine may take. */
    private void awaitStart() throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
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
