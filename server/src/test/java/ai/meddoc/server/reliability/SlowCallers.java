package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** S8: connections that send or read a byte now and then; bodies without an end. */
final class SlowCallers implements Row {

    private static final int LIMIT_MB = 2;
    private static final Map<String, String> SETTINGS =
            Map.of("REQUESTS_PER_MINUTE", "1000000", "MAX_UPLOAD_MB", String.valueOf(LIMIT_MB));

    @Override
    public String target() {
        return "oversize bodies cut at the limit; 1,500 slow connections: health p99 < 200 ms; 429 with Retry-After";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        try (RunningServer server = RunningServer.start(scale.folder("server"), SETTINGS)) {
            Crowd crowd = new Crowd(server);
            crowd.gather(scale.of(600, 1_500));
            Latencies health = crowd.measure(scale.of(5, 40));
            crowd.disperse();
            long cut = new Endless(server.port()).bytesTaken();
            boolean answers = server.api().answers("/documents");
            Proof.Count limits = Proof.count(scale, List.of("ai.meddoc.server.LimitsIT"));
            double p99 = health.percentile(99);
            long most = (LIMIT_MB + 6L) << 20;
            return Figure.of(
                    p99 < 200 && crowd.failed.get() == 0 && cut < most && answers && limits.holds(),
                    String.format(
                            Locale.ROOT,
                            "%d slow connections (%d open at the end): health p50 %.1f ms, p99 %.1f ms, %d of %d failed;"
                                    + " endless body cut after %.1f MB (limit %d MB); %s of limits for users and addresses",
                            crowd.opened.get(),
                            crowd.openAtEnd,
                            health.percentile(50),
                            p99,
                            crowd.failed.get(),
                            health.count(),
                            cut / 1048576.0,
                            LIMIT_MB,
                            limits));
        }
    }

    /** Many callers in no hurry: a third sends headers, a third a body, a third reads. */
    private static final class Crowd {

        private final RunningServer server;
        private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private int openAtEnd;

        Crowd(RunningServer server) {
            this.server = server;
        }

        void gather(int number) throws InterruptedException {
            byte[] large = "A line of a long document without anything in it.\n"
                    .repeat(30_000)
                    .getBytes(StandardCharsets.UTF_8);
            long id = server.api()
                    .upload("large.txt", large, Map.of("run_pipeline", "false"))
                    .json()
                    .path("document_id")
                    .asLong();
            for (int i = 0; i < number; i++) {
                int kind = i % 3;
                callers.execute(() -> {
                    try {
                        call(kind, id);
                    } catch (IOException e) {
                        // The server may well have had enough of it.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        open.decrementAndGet();
                    }
                });
            }
            for (int i = 0; i < 100 && opened.get() < number; i++) {
                Thread.sleep(100);
            }
        }

        private void call(int kind, long document) throws IOException, InterruptedException {
            open.incrementAndGet();
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress("127.0.0.1", server.port()), 10_000);
                opened.incrementAndGet();
                switch (kind) {
                    case 0 -> drip(socket, "GET /documents HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
                    case 1 ->
                        drip(
                                socket,
                                "POST /classify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100000\r\n\r\n{\"document_text\":\"");
                    default -> sip(socket, document);
                }
            }
        }

        private static void drip(Socket socket, String start) throws IOException, InterruptedException {
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                Thread.sleep(1_000);
                out.write('a');
            }
        }

        private static void sip(Socket socket, long document) throws IOException, InterruptedException {
            socket.getOutputStream()
                    .write(("GET /documents/" + document + "/file HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                Thread.sleep(1_000);
            }
        }

        Latencies measure(int seconds) throws InterruptedException {
            Latencies health = new Latencies();
            Api api = server.api();
            api.answers("/health");
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                if (!api.answers("/health")) {
                    failed.incrementAndGet();
                }
                health.addSince(begin);
                Thread.sleep(20);
            }
            openAtEnd = open.get();
            return health;
        }

        void disperse() {
            callers.shutdownNow();
            callers.close();
        }
    }

    /** A body in chunks that never ends. */
    private record Endless(int port) {

        private static final long MOST = 200L << 20;

        /** How much the server let through before it hung up. */
        long bytesTaken() throws IOException {
            byte[] chunk = new byte[65_536];
            java.util.Arrays.fill(chunk, (byte) 'a');
            long sent = 0;
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSendBufferSize(65_536);
                OutputStream out = socket.getOutputStream();
                out.write(("POST /documents HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
                                + "Content-Type: multipart/form-data; boundary=b\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                chunk(
                        out,
                        ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                while (sent < MOST) {
                    chunk(out, chunk);
                    sent += chunk.length;
                }
            } catch (IOException e) {
                return sent;
            }
            return sent;
        }

        private static void chunk(OutputStream out, byte[] bytes) throws IOException {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
