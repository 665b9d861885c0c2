package ai.meddoc.server.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue promises, whichever database holds it. */
abstract class JobRowsContract {

    private static final int WORKERS = 8;
    private static final int JOBS = 400;
    private static final long LEASE = 1_000;
    private static final Finished RESULT = new Finished("{}", "{}", "OTHER", 0.5, 1, 0);

    private JobRows rows;

    abstract Database database();

    @BeforeEach
    void empty() {
        rows = new JobRows(database());
        database().write(connection -> Row.change(connection, "DELETE FROM documents"));
    }

    @Test
    void givesEachJobToOneOfManyWorkers() throws Exception {
        for (int i = 0; i < JOBS; i++) {
            add(i);
        }
        List<Callable<List<Long>>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(this::workUntilNothingIsLeft);
        }
        List<Long> done = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<List<Long>> worker : pool.invokeAll(workers)) {
                done.addAll(worker.get());
            }
        }
        assertThat(done).hasSize(JOBS).doesNotHaveDuplicates();
        assertThat(count("analyses")).isEqualTo(JOBS);
        assertThat(count("jobs WHERE state = 'done' AND attempts = 1")).isEqualTo(JOBS);
    }

    private List<Long> workUntilNothingIsLeft() {
        List<Long> done = new ArrayList<>();
        for (List<Long> free = rows.free(1, 16); !free.isEmpty(); free = rows.free(1, 16)) {
            for (long id : free) {
                Optional<Claim> claim = rows.claim(id, 1, LEASE);
                if (claim.isPresent() && rows.finish(claim.get(), RESULT, 2)) {
                    done.add(id);
                }
            }
        }
        return done;
    }

    @Test
    void refusesTheResultOfAWorkerThatLostItsLease() {
        long id = add(0);
        Claim paused = rows.claim(id, 1, LEASE).orElseThrow();
        assertThat(rows.claim(id, LEASE - 1, 2 * LEASE)).isEmpty();

        Claim next = rows.claim(id, LEASE, 2 * LEASE).orElseThrow();
        assertThat(next.fence()).isGreaterThan(paused.fence());
        assertThat(rows.renew(paused, 9 * LEASE)).isFalse();
        assertThat(rows.finish(paused, RESULT, LEASE + 1)).isFalse();
        assertThat(rows.fail(paused, "{}", LEASE + 1)).isFalse();
        assertThat(rows.finish(next, RESULT, LEASE + 2)).isTrue();
        assertThat(rows.finish(paused, RESULT, LEASE + 3)).isFalse();
        assertThat(count("analyses")).isEqualTo(1);
    }

    @Test
    void putsAJobBackUntilItsTime() {
        long id = add(0);
        rows.release(rows.claim(id, 1, LEASE).orElseThrow(), 500);
        assertThat(rows.free(499, 9)).isEmpty();
        assertThat(rows.free(500, 9)).containsExactly(id);
        assertThat(rows.claim(id, 500, LEASE).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void storesNothingOfACancelledJob() {
        long id = add(0);
        Claim running = rows.claim(id, 1, LEASE).orElseThrow();
        assertThat(rows.cancel(id, 2)).isTrue();
        assertThat(rows.cancel(id, 3)).isFalse();
        assertThat(rows.finish(running, RESULT, 4)).isFalse();
        assertThat(rows.free(9 * LEASE, 9)).isEmpty();
        assertThat(count("documents WHERE state = 'stored'")).isEqualTo(1);

        assertThat(rows.retry(id)).isTrue();
        assertThat(rows.retry(id)).isFalse();
        Claim again = rows.claim(id, 5, LEASE).orElseThrow();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(rows.finish(running, RESULT, 6)).isFalse();
        assertThat(rows.finish(again, RESULT, 7)).isTrue();
    }

    private long add(int number) {
        return database().write(connection -> {
            long document = Row.first(
                            connection,
                            "INSERT INTO documents (original_filename, created_at, storage_key, content_type, size_bytes,"
                                    + " sha256, state) VALUES ('a.txt', 0, ?, 'text/plain', 1, '00', 'queued') RETURNING id",
                            row -> row.number("id"),
                            "key-" + number)
                    .orElseThrow();
            return rows.insert(connection, document, 0);
        });
    }

    private long count(String what) {
        return database()
                .read(connection -> Row.first(connection, "SELECT COUNT(*) AS n FROM " + what, row -> row.number("n")))
                .orElseThrow();
    }
}
