package ai.meddoc.server.blobs;

import ai.meddoc.server.settings.Bucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A real S3-compatible server as a process of its own, on a free port, with one bucket. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "med-doc-ai-test";
    private static final Path JARS = Path.of("target/s3mock");

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static S3Server start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        int tlsPort = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().toString(),
                        "--http.port=" + port,
                        "--server.port=" + tlsPort)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile())
                .start();
        S3Server server = new S3Server(process, port);
        server.await();
        BlobStores.client(server.bucket()).createBucket(bucket -> bucket.bucket(BUCKET));
        return server;
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(JARS)) {
            return files.findFirst().orElseThrow().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Socket ignored = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the S3 server did not start");
    }

    public Bucket bucket() {
        return new Bucket(BUCKET, "documents/", URI.create("http://127.0.0.1:" + port), null);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
