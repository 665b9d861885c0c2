package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** R2: four processes with two workers each on one queue, one of them paused now and then past its leases. */
final class OnceEach implements Row {

    private static final int PROCESSES = 4;
    private static final int CLIENTS = 12;
    private static final String CLAIMED = "SELECT id || ':' || fence FROM jobs WHERE state = 'running'";
    private static final String DONE = "SELECT COUNT(*) FROM jobs WHERE state = 'done'";

    @Override
    public String target() {
        return "8 workers, 10,000 jobs: one result each; a worker that lost its lease writes nothing";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        Path folder = scale.folder();
        int jobs = scale.of(400, 10_000);
        try (PostgresServer postgres = PostgresServer.start(folder)) {
            Map<String, String> settings = Map.of(
                    "DB_URL", postgres.create("queue"),
                    "STORAGE_DIR", scale.folder("files").toString(),
                    "WORKERS", "2",
                    "JOB_LEASE_SECONDS", "2",
                    "AUDIT_KEY", "0123456789abcdef0123456789abcdef0123456789abcdef",
                    "REQUESTS_PER_MINUTE", "1000000");
            List<RunningServer> servers = new ArrayList<>();
            try {
                for (int i = 1; i < PROCESSES; i++) {
                    servers.add(RunningServer.start(scale.folder("process-" + i), settings));
                }
                Path held = folder.resolve("held");
                Map<String, String> more = new HashMap<>(settings);
                more.put(
                        "JAVA_TOOL_OPTIONS",
                        CrashPoint.AFTER_ENGINE.agent(CrashAgent.jar(folder), scale.of(20, 200), 1_000, held));
                servers.add(RunningServer.start(scale.folder("process-" + PROCESSES), more));
                return new Run(servers, () -> postgres.connect("queue"), jobs, held).figure(scale.of(2, 10));
            } finally {
                servers.forEach(RunningServer::close);
            }
        }
    }

    /** One queue's life. */
    private static final class Run {

        private final List<RunningServer> servers;
        private final Sql sql;
        private final int jobs;
        private final Path held;
        private final List<String> paused = new ArrayList<>();

        Run(List<RunningServer> servers, Sql sql, int jobs, Path held) {
            this.servers = servers;
            this.sql = sql;
            this.jobs = jobs;
            this.held = held;
        }

        Figure figure(int pauses) throws Exception {
            AtomicInteger next = new AtomicInteger();
            AtomicInteger later = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.execute(() -> upload(next, later, refused));
                }
                for (int i = 1; i <= pauses; i++) {
                    pause(servers.getLast(), Path.of(held + "-" + i));
                }
            }
            for (int i = 0; i < 1_200 && sql.number(DONE) < jobs - refused.get(); i++) {
                Thread.sleep(500);
            }
            long results = sql.number("SELECT COUNT(*) FROM analyses");
            long distinct = sql.number("SELECT COUNT(DISTINCT job_id) FROM analyses");
            long again = sql.number("SELECT SUM(attempts) FROM jobs") - jobs;
            long stolen = stolen();
            return Figure.of(
                    results == jobs && distinct == jobs && stolen == 0 && !paused.isEmpty() && refused.get() == 0,
                    ("%,d jobs, %,d results of %,d jobs; %d held by a process that was paused, %d of them written by it;"
                                    + " %d claims beyond the first, %d uploads asked to come again, %d refused")
                            .formatted(
                                    jobs, results, distinct, paused.size(), stolen, again, later.get(), refused.get()));
        }

        /** A process that was paused within a transaction longer than the database bears asks its clients to try again. */
        private void upload(AtomicInteger next, AtomicInteger later, AtomicInteger refused) {
            for (int number = next.getAndIncrement(); number < jobs; number = next.getAndIncrement()) {
                Api api = servers.get(number % PROCESSES).api();
                while (isToComeAgain(
                        Clients.sendOnce(api, number, Clients.Haste.ASYNC).status(), later, refused)) {
                    LockSupport.parkNanos(100_000_000L);
                }
            }
        }

        /** 200 is a second answer whose result is there already. */
        private static boolean isToComeAgain(int status, AtomicInteger later, AtomicInteger refused) {
            switch (status) {
                case 200, 202 -> {}
                case 503 -> later.incrementAndGet();
                default -> refused.incrementAndGet();
            }
            return status == 503;
        }

        /** Between the engine's answer and its storing, past the lease, until somebody else has done the job. */
        private void pause(RunningServer server, Path moment) throws IOException, InterruptedException, SQLException {
            for (int i = 0; i < 6_000 && !Files.exists(moment); i++) {
                Thread.sleep(5);
            }
            signal(server, "STOP");
            // Of all that runs now, what this process holds is what somebody else has to claim again.
            List<String> claimed = sql.column(CLAIMED);
            Thread.sleep(2_300);
            for (String claim : claimed) {
                if (isLost(claim)) {
                    paused.add(claim);
                }
            }
            signal(server, "CONT");
            Thread.sleep(500);
        }

        /** Waits until the job is done, and tells whether under a later claim. */
        private boolean isLost(String claim) throws SQLException, InterruptedException {
            String[] parts = claim.split(":");
            for (int i = 0; i < 300; i++) {
                List<String> done = sql.column("SELECT fence FROM jobs WHERE state = 'done' AND id = " + parts[0]);
                if (!done.isEmpty()) {
                    return Long.parseLong(done.getFirst()) > Long.parseLong(parts[1]);
                }
                Thread.sleep(100);
            }
            return false;
        }

        /** Results stored under a claim that was lost. */
        private long stolen() throws SQLException {
            long stolen = 0;
            for (String job : paused) {
                String[] parts = job.split(":");
                stolen += sql.number("SELECT COUNT(*) FROM jobs WHERE id = " + parts[0] + " AND fence <= " + parts[1]);
                stolen += sql.number("SELECT COUNT(*) - 1 FROM analyses WHERE job_id = " + parts[0]);
            }
            return stolen;
        }
    }

    private static void signal(RunningServer server, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                .start()
                .waitFor();
    }
}
