package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** R7: files made to hang, to fill memory or to mislead, all uploaded at once while somebody else works. */
final class HostileFiles implements Row {

    private static final int MOST_MEGABYTES = 512;
    private static final Map<String, String> SETTINGS = Map.of(
            "REQUESTS_PER_MINUTE",
            "1000000",
            "UPLOADS_PER_DAY",
            "1000000",
            "READER_MEMORY_MB",
            String.valueOf(MOST_MEGABYTES));

    @Override
    public String target() {
        return "each in a named state within 30 s, none answered 5xx, in children of at most " + MOST_MEGABYTES
                + " MB; other users' p99 within 2x of idle or 20 ms more; heap flat";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        List<Path> files = new ArrayList<>(Folders.files(Path.of(System.getProperty("reliability.bombs"))));
        int own = files.size();
        Path others = Path.of(System.getProperty("reliability.data"), "pdfs");
        if (scale.full() && Files.isDirectory(others)) {
            files.addAll(Folders.files(others));
        }
        try (RunningServer server = RunningServer.start(scale.folder("server"), SETTINGS)) {
            Run run = new Run(server, Sql.sqlite(scale.folder("server")), files);
            return run.figure(scale.full(), own);
        }
    }

    /** How it was for somebody else. */
    private record Calm(Latencies reads, Latencies uploads, AtomicInteger failed) {

        Calm() {
            this(new Latencies(), new Latencies(), new AtomicInteger());
        }

        boolean near(Calm idle) {
            return failed.get() == 0 && near(reads, idle.reads) && near(uploads, idle.uploads);
        }

        private static boolean near(Latencies under, Latencies idle) {
            double calm = idle.percentile(99);
            return under.percentile(99) <= Math.max(2 * calm, calm + 20);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "reads p99 %.0f ms, uploads p99 %.0f ms (%d, %d)",
                    reads.percentile(99),
                    uploads.percentile(99),
                    reads.count(),
                    uploads.count());
        }
    }

    /** One server among hostile files. */
    private static final class Run {

        private final RunningServer server;
        private final Sql sql;
        private final List<Path> files;
        private int number = 1_000_000;

        Run(RunningServer server, Sql sql, List<Path> files) {
            this.server = server;
            this.sql = sql;
            this.files = files;
        }

        Figure figure(boolean full, int own) throws Exception {
            int seconds = full ? 20 : 4;
            somebody(new Calm(), new AtomicBoolean(), seconds);
            Calm idle = somebody(new Calm(), new AtomicBoolean(), seconds);
            long heapBefore = heap();
            AtomicBoolean over = new AtomicBoolean();
            Calm under = new Calm();
            long begin = System.nanoTime();
            ChildMemory memory = ChildMemory.of(server.pid());
            Answers answers;
            try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();
                    memory) {
                var client = other.submit(() -> somebody(under, over, 3_600));
                answers = upload();
                await(answers.jobs());
                over.set(true);
                client.get();
            }
            double all = (System.nanoTime() - begin) / 1e9;
            long heapAfter = heap();
            double slowest = sql.number("SELECT COALESCE(MAX(finished_at - started_at), 999999) FROM jobs") / 1e3;
            long unnamed = sql.number("SELECT COUNT(*) FROM jobs WHERE state NOT IN ('done', 'failed')"
                    + " OR (state = 'failed' AND failure IS NULL)");
            long refused = sql.number("SELECT COUNT(*) FROM jobs WHERE state = 'failed'");
            boolean flat = heapAfter < heapBefore + 30;
            // A short while has too few answers for a percentile: there, that each note is answered with its results
            // counts.
            boolean calm = full ? under.near(idle) : under.failed().get() == 0;
            boolean small = memory.children() > 0 && memory.mostMegabytes() <= MOST_MEGABYTES;
            return Figure.of(
                    unnamed == 0 && slowest <= 30 && flat && calm && small && answers.asTheyShould(),
                    String.format(
                            Locale.ROOT,
                            "%d files (%d our own), %s, %d of them refused with a reason, %d in no named state; slowest"
                                    + " %.1f s, all %.0f s; %d children, the largest %d MB; idle %s; meanwhile %s,"
                                    + " %d failed; heap %d MB before, %d MB after",
                            files.size(),
                            own,
                            answers,
                            refused,
                            unnamed,
                            slowest,
                            all,
                            memory.children(),
                            memory.mostMegabytes(),
                            idle,
                            under,
                            under.failed().get(),
                            heapBefore,
                            heapAfter));
        }

        private Answers upload() throws Exception {
            Answers answers = new Answers();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var reply : clients.invokeAll(files.stream()
                        .<java.util.concurrent.Callable<Api.Reply>>map(file -> () -> upload(file))
                        .toList())) {
                    answers.add(reply.get());
                }
            }
            return answers;
        }

        private Api.Reply upload(Path file) throws IOException {
            return server.api().uploadAsync("h.pdf", Files.readAllBytes(file));
        }

        private void await(List<Long> jobs) throws Exception {
            for (long job : jobs) {
                for (int i = 0; i < 9_000; i++) {
                    String state = server.api()
                            .get("/jobs/" + job)
                            .json()
                            .path("state")
                            .asText();
                    if (!state.equals("queued") && !state.equals("running")) {
                        break;
                    }
                    Thread.sleep(100);
                }
            }
        }

        /** Looks something up, opens a document, uploads a note; again and again. */
        private Calm somebody(Calm calm, AtomicBoolean over, int seconds) throws InterruptedException {
            Api api = server.api();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (!over.get() && System.nanoTime() < end) {
                timed(
                        calm.uploads(),
                        calm.failed(),
                        () -> api.upload("visit.txt", Clients.content(++number), Map.of()));
                for (String path : List.of("/documents?limit=20", "/documents/1", "/codes?q=asthma", "/health")) {
                    timed(calm.reads(), calm.failed(), () -> api.get(path));
                }
                Thread.sleep(20);
            }
            return calm;
        }

        private static void timed(
                Latencies latencies, AtomicInteger failed, java.util.function.Supplier<Api.Reply> call) {
            long begin = System.nanoTime();
            int status = call.get().status();
            latencies.addSince(begin);
            if (status != 200) {
                failed.incrementAndGet();
            }
        }

        /** What the server holds after collecting, in MB. */
        private long heap() throws IOException, InterruptedException {
            jcmd("GC.run");
            String histogram = jcmd("GC.class_histogram");
            String total = histogram
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.strip().split("\\s+")[2]) >> 20;
        }

        private String jcmd(String command) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(server.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            return said;
        }
    }
}
