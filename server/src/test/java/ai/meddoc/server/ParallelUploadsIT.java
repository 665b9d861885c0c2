package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many people upload at once: nobody gets an error, and the server answers others meanwhile. */
final class ParallelUploadsIT {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 256})
    void takesThemAllWhileHealthAnswers(int uploads) throws Exception {
        byte[] pdf = Samples.pdf(3);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> slowest = clients.submit(() -> slowestHealth(over));
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < uploads; i++) {
                calls.add(() -> server.api().upload("p.pdf", pdf, Map.of()).status());
            }
            for (Future<Integer> status : clients.invokeAll(calls)) {
                assertThat(status.get()).isIn(200, 202);
            }
            over.set(true);
            assertThat(slowest.get()).as("slowest /health, ms").isLessThan(5_000);
        }
        assertThat(stored()).isGreaterThanOrEqualTo(uploads);
    }

    private static long slowestHealth(AtomicBoolean over) throws InterruptedException {
        Api api = server.api();
        long slowest = 0;
        while (!over.get()) {
            long start = System.nanoTime();
            assertThat(api.get("/health").status()).isEqualTo(200);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            Thread.sleep(20);
        }
        return slowest;
    }

    private static int stored() {
        return server.api().get("/documents?limit=500").json().size();
    }
}
