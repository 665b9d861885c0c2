import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How fast the server starts, how much it takes in, how much memory it needs: {@code bench/server/run}. It starts the
 * server as people do, by {@code ./meddoc serve}, in a folder of its own, and sends what people send.
 */
public final class ServerBench {

    private static final int STARTS = 5;
    private static final int WARM_UP = 200;
    private static final int REQUESTS = 1_000;
    private static final String BOUNDARY = "bench-boundary";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path root;
    private final Path folder;
    private final int port;

    private ServerBench(Path root, Path folder, int port) {
        this.root = root;
        this.folder = folder;
        this.port = port;
    }

    public static void main(String... args) throws Exception {
        Path root = Path.of(args[0]).toAbsolutePath();
        new ServerBench(root, Files.createTempDirectory("meddoc-bench"), freePort()).run();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void run() throws Exception {
        print("machine", Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch") + ", Java "
                + Runtime.version());
        starts();
        Process server = start();
        try {
            print("memory after the start", megabytes(server));
            measure(server, "text", Files.readAllBytes(root.resolve("test_docs/clinical-note-diabetes.txt")));
            measure(server, "PDF", Files.readAllBytes(root.resolve("test_docs/ed-note-asthma.pdf")));
        } finally {
            stop(server);
        }
    }

    /** From the command to the first 200 of /health. */
    private void starts() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            Process server = start();
            seconds.add((System.nanoTime() - begin) / 1e9);
            stop(server);
        }
        seconds.sort(null);
        print("first 200, seconds", format("median %.2f, best %.2f, worst %.2f", seconds.get(STARTS / 2), seconds.getFirst(), seconds.getLast()));
    }

    private void measure(Process server, String kind, byte[] content) throws Exception {
        post(content, WARM_UP, 16);
        for (int clients : new int[] {1, 16, 64}) {
            print("POST /documents per second, " + kind + ", " + clients + (clients == 1 ? " client" : " clients"), post(content, REQUESTS, clients));
        }
        print("memory after " + (WARM_UP + 3 * REQUESTS) + " requests, " + kind, megabytes(server));
    }

    /** Uploads from so many clients at once, each waiting for its results. */
    private String post(byte[] content, int requests, int clients) throws Exception {
        BodyPublisher body = form(content);
        long begin = System.nanoTime();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients, Thread.ofVirtual().factory())) {
            List<Callable<Long>> calls = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                calls.add(() -> timed(body));
            }
            for (Future<Long> call : pool.invokeAll(calls)) {
                nanos.add(call.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        nanos.sort(null);
        return format(
                "%6.1f   (p50 %d ms, p99 %d ms)",
                requests / seconds,
                nanos.get(requests / 2) / 1_000_000,
                nanos.get(requests * 99 / 100) / 1_000_000);
    }

    private long timed(BodyPublisher body) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int status = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/documents"))
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .timeout(Duration.ofMinutes(1))
                                .POST(body)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status != 200 && status != 202) {
            throw new IllegalStateException("the server answered " + status);
        }
        return System.nanoTime() - begin;
    }

    private static BodyPublisher form(byte[] content) {
        return BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"bench\"\r\n\r\n"),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private Process start() throws Exception {
        ProcessBuilder command =
                new ProcessBuilder(root.resolve("meddoc").toString(), "serve", "--port", String.valueOf(port));
        command.directory(folder.toFile()).redirectErrorStream(true);
        command.redirectOutput(folder.resolve("log.txt").toFile());
        Process server = command.start();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
        while (server.isAlive()) {
            try {
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return server;
                }
            } catch (IOException e) {
                Thread.sleep(5);
            }
        }
        throw new IllegalStateException("the server ended: " + Files.readString(folder.resolve("log.txt")));
    }

    private static void stop(Process server) throws InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    /** Resident memory of the server (the launcher has become it), and of the processes that read PDF for it. */
    private static String megabytes(Process server) throws IOException {
        long readers = 0;
        for (ProcessHandle reader : server.descendants().toList()) {
            readers += resident(reader.pid());
        }
        return resident(server.pid()) + " MB" + (readers == 0 ? "" : ", its readers " + readers + " MB");
    }

    /** In MB; 0 where the system does not tell. */
    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        }
        return 0;
    }

    private static void print(String what, String figure) {
        System.out.printf(Locale.ROOT, "%-58s %s%n", what, figure);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
