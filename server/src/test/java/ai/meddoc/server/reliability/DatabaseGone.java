package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** R4: the postmaster is killed under way and comes back. */
final class DatabaseGone implements Row {

    private static final int CLIENTS = 6;
    private static final List<String> READS = List.of("/documents", "/documents/1", "/jobs/1", "/health/ready");

    @Override
    public String target() {
        return "503 with Retry-After within 5 s, never a hang; healthy within 10 s of its return; no half rows";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        Path folder = scale.folder();
        try (PostgresServer postgres = PostgresServer.start(folder)) {
            Map<String, String> settings = Map.of(
                    "DB_URL", postgres.create("gone"), "JOB_LEASE_SECONDS", "2", "REQUESTS_PER_MINUTE", "1000000");
            try (RunningServer server = RunningServer.start(folder, settings)) {
                return new Run(postgres, server, folder).figure(scale.of(1, 10));
            }
        }
    }

    /** An answer, and how long it took. */
    private record Answer(int status, boolean retryAfter, double seconds) {}

    /** One server's life with a database that dies. */
    private static final class Run {

        private final PostgresServer postgres;
        private final RunningServer server;
        private final Path folder;
        private final Clients clients = new Clients();
        private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        private final Map<Integer, Integer> others = new TreeMap<>();
        private double slowest;
        private int probe;
        private double slowestReturn;
        private int unavailable;

        Run(PostgresServer postgres, RunningServer server, Path folder) {
            this.postgres = postgres;
            this.server = server;
            this.folder = folder;
        }

        Figure figure(int times) throws Exception {
            clients.send(server.api(), Clients.Haste.PATIENT);
            for (int i = 0; i < times; i++) {
                killAndReturn();
            }
            Sql sql = () -> postgres.connect("gone");
            Reckoning reckoning = Reckoning.of(clients, server.api(), sql);
            long half = halfRows(sql);
            return Figure.of(
                    others.isEmpty()
                            && unavailable > 0
                            && slowest < 5
                            && slowestReturn < 10
                            && half == 0
                            && reckoning.holds(),
                    String.format(
                            Locale.ROOT,
                            "killed %d times: %d answers of 503 with Retry-After, slowest %.1f s, others %s (0:"
                                    + " connection cut); healthy %.1f s after its return; %d half rows; %s",
                            times,
                            unavailable,
                            slowest,
                            others,
                            slowestReturn,
                            half,
                            reckoning));
        }

        private void killAndReturn() throws Exception {
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> threads = callUntil(over);
            Thread.sleep(1_500);
            postgres.kill();
            Thread.sleep(6_500);
            postgres.startAgain();
            long back = System.nanoTime();
            awaitUpload();
            slowestReturn = Math.max(slowestReturn, (System.nanoTime() - back) / 1e9);
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            answers.forEach(this::judge);
            answers.clear();
        }

        private List<Thread> callUntil(AtomicBoolean over) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                boolean uploads = i % 2 == 0;
                String path = READS.get(i % READS.size());
                threads.add(Thread.startVirtualThread(() -> {
                    while (!over.get()) {
                        answers.add(answer(uploads, path));
                    }
                }));
            }
            return threads;
        }

        private Answer answer(boolean uploads, String path) {
            long begin = System.nanoTime();
            try {
                Api.Reply reply = uploads
                        ? clients.send(server.api(), Clients.Haste.ASYNC)
                        : server.api().get(path);
                boolean retryAfter = !reply.header("Retry-After").isEmpty();
                return new Answer(reply.status(), retryAfter, (System.nanoTime() - begin) / 1e9);
            } catch (UncheckedIOException e) {
                return new Answer(0, false, (System.nanoTime() - begin) / 1e9);
            }
        }

        private void judge(Answer answer) {
            slowest = Math.max(slowest, answer.seconds());
            if (answer.status() == 503 && answer.retryAfter()) {
                unavailable++;
            } else if (answer.status() != 200 && answer.status() != 202) {
                others.merge(answer.status(), 1, Integer::sum);
            }
        }

        /** Each probe is a document of its own, so that none looks doubled. */
        private void awaitUpload() throws InterruptedException {
            for (int i = 0; i < 600; i++) {
                if (server.api().answers("/health/ready")
                        && server.api()
                                        .upload("back.txt", Clients.content(--probe), Map.of())
                                        .status()
                                < 300) {
                    return;
                }
                Thread.sleep(50);
            }
        }

        /** Documents without a job or a file; jobs that are done without a result are the reckoning's. */
        private long halfRows(Sql sql) throws SQLException {
            long half = sql.number("SELECT COUNT(*) FROM documents WHERE id NOT IN (SELECT document_id FROM jobs)");
            for (String key : sql.column("SELECT storage_key FROM documents")) {
                half += Files.isRegularFile(folder.resolve("local_storage").resolve(key)) ? 0 : 1;
            }
            return half;
        }
    }
}
