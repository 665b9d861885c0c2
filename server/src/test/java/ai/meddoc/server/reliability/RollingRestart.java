package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import ai.meddoc.server.blobs.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** R8: two servers on one PostgreSQL and one bucket, behind haproxy; one after the other is stopped and started. */
final class RollingRestart implements Row {

    private static final int CLIENTS = 12;
    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");

    @Override
    public String target() {
        return "rolling restart of two: 0 failed of 10,000 requests; each drains within 25 s";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        if (!Files.isExecutable(HAPROXY)) {
            return Figure.skipped("haproxy is missing and could not be installed (Debian package haproxy)");
        }
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        S3Server bucket = S3Server.start(scale.folder("bucket"));
        try (bucket;
                PostgresServer postgres = PostgresServer.start(scale.folder())) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "DB_URL", postgres.create("two"),
                    "STORAGE_BUCKET", S3Server.BUCKET,
                    "STORAGE_ENDPOINT",
                            Objects.requireNonNull(bucket.bucket().endpoint()).toString(),
                    "AWS_ACCESS_KEY_ID", "test",
                    "AWS_SECRET_ACCESS_KEY", "test",
                    "AWS_REGION", "us-east-1",
                    "AUDIT_KEY", "0123456789abcdef0123456789abcdef0123456789abcdef",
                    "DRAIN_SECONDS", "3",
                    "REQUESTS_PER_MINUTE", "1000000"));
            return new Pair(scale, settings).figure(scale.of(1_000, 10_000));
        }
    }

    /** Two servers and what stands before them. */
    private static final class Pair {

        private final Scale scale;
        private final Map<String, String> settings;
        private final int[] ports = {RunningServer.freePort(), RunningServer.freePort()};
        private final int door = RunningServer.freePort();
        private final Map<Integer, AtomicInteger> statuses = new TreeMap<>();
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicBoolean restarted = new AtomicBoolean();

        Pair(Scale scale, Map<String, String> settings) throws IOException {
            this.scale = scale;
            this.settings = settings;
        }

        Figure figure(int requests) throws Exception {
            RunningServer[] servers = {start(0), start(1)};
            Process proxy = proxy();
            double drained = 0;
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                Api api = new Api("http://127.0.0.1:" + door);
                awaitProxy(api);
                long first = api.upload("first.txt", Clients.content(0), Map.of())
                        .json()
                        .path("document_id")
                        .asLong();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.execute(() -> call(api, first, requests));
                }
                for (int node = 0; node < 2; node++) {
                    awaitSent(requests * (node + 1) / 5);
                    drained = Math.max(drained, stop(servers[node]));
                    servers[node] = start(node);
                    Thread.sleep(1_500);
                }
                restarted.set(true);
                clients.shutdown();
                clients.awaitTermination(10, TimeUnit.MINUTES);
                return report(drained);
            } finally {
                proxy.destroy();
                servers[0].close();
                servers[1].close();
            }
        }

        private Figure report(double drained) {
            int all = statuses.values().stream().mapToInt(AtomicInteger::get).sum();
            int failed = all - count(200) - count(202);
            return Figure.of(
                    failed == 0 && drained <= 25,
                    String.format(
                            Locale.ROOT,
                            "%,d failed of %,d requests (%s) while both were stopped and started; drained in %.1f s",
                            failed,
                            all,
                            statuses,
                            drained));
        }

        private int count(int status) {
            return statuses.getOrDefault(status, new AtomicInteger()).get();
        }

        private RunningServer start(int node) throws IOException, InterruptedException {
            RunningServer server = RunningServer.launch(scale.folder("node-" + node), settings, ports[node]);
            server.awaitHealth();
            return server;
        }

        private static double stop(RunningServer server) {
            long begin = System.nanoTime();
            server.close();
            return (System.nanoTime() - begin) / 1e9;
        }

        /** Repeats only what no server can have seen: connections that were refused. */
        private Process proxy() throws IOException {
            Path file = scale.folder().resolve("haproxy.cfg");
            Files.writeString(file, """
                    defaults
                      mode http
                      timeout connect 2s
                      timeout client 60s
                      timeout server 60s
                      retries 3
                      option redispatch 1
                      option httpchk
                      http-check send meth GET uri /health/ready ver HTTP/1.1 hdr Host 127.0.0.1
                      default-server check inter 500ms fall 1 rise 1
                    frontend door
                      bind 127.0.0.1:%d
                      default_backend servers
                    backend servers
                      server a 127.0.0.1:%d
                      server b 127.0.0.1:%d
                    """.formatted(door, ports[0], ports[1]));
            return new ProcessBuilder(HAPROXY.toString(), "-f", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(scale.folder().resolve("haproxy.log").toFile())
                    .start();
        }

        private static void awaitProxy(Api api) throws InterruptedException {
            for (int i = 0; i < 200 && !api.answers("/health/ready"); i++) {
                Thread.sleep(100);
            }
        }

        private void awaitSent(int number) throws InterruptedException {
            while (sent.get() < number) {
                Thread.sleep(20);
            }
        }

        private void call(Api api, long document, int requests) {
            List<String> reads = List.of("/documents?limit=5", "/documents/" + document, "/codes/I10");
            for (int number = sent.incrementAndGet();
                    number <= requests || !restarted.get();
                    number = sent.incrementAndGet()) {
                int status = 0;
                try {
                    status = number % 4 == 0
                            ? api.uploadAsync("visit.txt", Clients.content(number))
                                    .status()
                            : api.get(reads.get(number % 4 - 1)).status();
                } catch (UncheckedIOException e) {
                    // Counted as 0: the proxy hung up.
                }
                synchronized (statuses) {
                    statuses.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
                }
            }
        }
    }
}
