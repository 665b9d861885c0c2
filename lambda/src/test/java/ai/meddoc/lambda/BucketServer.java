package ai.meddoc.lambda;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The S3-compatible server that the server's build put down, as a process of its own, with one bucket. */
final class BucketServer implements AutoCloseable {

    private static final Path JARS = Path.of("../server/target/s3mock");
    private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    BucketServer(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString(),
                        "--http.port=" + port,
                        "--server.port=" + freePort())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bucket.log").toFile())
                .start();
        for (int i = 0; i < 600 && !made(); i++) {
            Thread.sleep(100);
        }
    }

    private boolean made() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(address + "/uploads")).PUT(BodyPublishers.noBody()))
                    .matches("");
        } catch (IOException e) {
            return false;
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "STORAGE_BUCKET", "uploads",
                "STORAGE_PREFIX", "uploads/",
                "STORAGE_ENDPOINT", address,
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
    }

    List<String> keys() throws IOException, InterruptedException {
        return KEY.matcher(send(HttpRequest.newBuilder(URI.create(address + "/uploads?list-type=2"))))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    void put(String key, String text) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(address + "/uploads/" + key)).PUT(BodyPublishers.ofString(text)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(JARS)) {
            return files.findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
