package ai.meddoc.server.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.server.webhooks.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue promises, whichever database holds it. */
abstract class JobRowsContract {

    private static final int WORKERS = 8;
    private static final int JOBS = 400;
    private static final long LEASE = 1_000;
    private static final Finished RESULT = result(null);

    private static Finished result(@Nullable Instant redoAt) {
        Origin origin = new Origin("local", "0.1.0", null, "FY2026-2026-04-01", "0123456789ab");
        return new Finished("{}", "{}", origin, redoAt, "OTHER", 0.5, 1, 0);
    }

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String RECEIVER = "https://ehr.example.org/meddoc";

    private JobRows rows;
    private ClaimRows claims;

    abstract Database database();

    @BeforeEach
    void empty() {
        rows = new JobRows(database());
        claims = new ClaimRows(database(), SealedColumns.off(), new Webhooks(List.of(URI.create(RECEIVER))));
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
        assertThat(count("webhook_deliveries WHERE event = 'job.done'")).isEqualTo(JOBS);
    }

    private List<Long> workUntilNothingIsLeft() {
        List<Long> done = new ArrayList<>();
        for (List<Long> free = free(1, 16); !free.isEmpty(); free = free(1, 16)) {
            for (long id : free) {
                Optional<Claim> claim = claims.claim(id, 1, LEASE);
                if (claim.isPresent() && claims.finish(claim.get(), RESULT, 2)) {
                    done.add(id);
                }
            }
        }
        return done;
    }

    @Test
    void refusesTheResultOfAWorkerThatLostItsLease() {
        long id = add(0);
        Claim paused = claims.claim(id, 1, LEASE).orElseThrow();
        assertThat(claims.claim(id, LEASE - 1, 2 * LEASE)).isEmpty();

        Claim next = claims.claim(id, LEASE, 2 * LEASE).orElseThrow();
        assertThat(next.fence()).isGreaterThan(paused.fence());
        assertThat(claims.renew(paused, 9 * LEASE)).isFalse();
        assertThat(claims.finish(paused, RESULT, LEASE + 1)).isFalse();
        assertThat(claims.fail(paused, "{}", LEASE + 1)).isFalse();
        assertThat(claims.finish(next, RESULT, LEASE + 2)).isTrue();
        assertThat(claims.finish(paused, RESULT, LEASE + 3)).isFalse();
        assertThat(count("analyses")).isEqualTo(1);
    }

    @Test
    void putsAJobBackUntilItsTime() {
        long id = add(0);
        claims.release(claims.claim(id, 1, LEASE).orElseThrow(), 500);
        assertThat(free(499, 9)).isEmpty();
        assertThat(free(500, 9)).containsExactly(id);
        assertThat(claims.claim(id, 500, LEASE).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void storesNothingOfACancelledJob() {
        long id = add(0);
        Claim running = claims.claim(id, 1, LEASE).orElseThrow();
        assertThat(cancel(id, 2)).isTrue();
        assertThat(cancel(id, 3)).isFalse();
        assertThat(claims.finish(running, RESULT, 4)).isFalse();
        assertThat(free(9 * LEASE, 9)).isEmpty();
        assertThat(count("documents WHERE state = 'stored'")).isEqualTo(1);

        assertThat(retry(id)).isTrue();
        assertThat(retry(id)).isFalse();
        Claim again = claims.claim(id, 5, LEASE).orElseThrow();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(claims.finish(running, RESULT, 6)).isFalse();
        assertThat(claims.finish(again, RESULT, 7)).isTrue();
    }

    @Test
    void numbersTheRunsOfADocumentOneByOne() {
        long first = add(0);
        assertThat(claims.finish(claims.claim(first, 1, LEASE).orElseThrow(), RESULT, 2))
                .isTrue();
        long document = rows.find(first).orElseThrow().documentId();
        JobOrder inpatient = new JobOrder("local", new Encounter(EncounterClass.INPATIENT, null), Priority.BULK, false);
        JobJson second = order(document, inpatient);
        assertThat(count("documents WHERE state = 'processed'"))
                .as("it has a result")
                .isEqualTo(1);

        Claim claim = claims.claim(second.id(), 3, LEASE).orElseThrow();
        assertThat(claim.engine()).isEqualTo("local");
        assertThat(claim.encounter().encounterClass()).isEqualTo(EncounterClass.INPATIENT);
        assertThat(claims.finish(claim, RESULT, 4)).isTrue();
        assertThat(claims.finish(claim, RESULT, 5)).isFalse();
        assertThat(versions(document)).extracting(AnalysisVersion::version).containsExactly(2, 1);
        assertThat(versions(document)).extracting(AnalysisVersion::newest).containsExactly(true, false);
        assertThat(versions(document)).extracting(AnalysisVersion::jobId).containsExactly(second.id(), first);
    }

    @Test
    void storesOneResultOfAJobWhateverAWorkerTries() {
        long id = add(0);
        Claim lost = claims.claim(id, 1, LEASE).orElseThrow();
        Claim next = claims.claim(id, LEASE, 2 * LEASE).orElseThrow();
        assertThat(claims.finish(next, RESULT, LEASE + 1)).isTrue();
        assertThatThrownBy(() -> database().write(connection -> {
                    AnalysisRows.add(connection, SealedColumns.off(), lost, RESULT, LEASE + 2);
                    return true;
                }))
                .as("the key on document and job, were the fence not there")
                .isInstanceOf(DatabaseException.class);
        assertThat(versions(next.documentId())).hasSize(1);
    }

    @Test
    void numbersRunsThatEndAtOnceWithoutAGap() throws Exception {
        long first = add(0);
        long document = rows.find(first).orElseThrow().documentId();
        List<Claim> held = new ArrayList<>(List.of(claims.claim(first, 1, LEASE).orElseThrow()));
        for (int i = 0; i < 7; i++) {
            long id = database()
                    .write(connection ->
                            rows.insert(connection, document, JobOrder.uploaded(Priority.INTERACTIVE, false), null, 0));
            held.add(claims.claim(id, 1, LEASE).orElseThrow());
        }
        List<Callable<Boolean>> ends = new ArrayList<>();
        held.forEach(claim -> ends.add(() -> claims.finish(claim, RESULT, 2)));
        try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<Boolean> end : pool.invokeAll(ends)) {
                assertThat(end.get()).isTrue();
            }
        }
        assertThat(versions(document)).extracting(AnalysisVersion::version).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void keepsADocumentProcessedWhenALaterRunFails() {
        long first = add(0);
        claims.finish(claims.claim(first, 1, LEASE).orElseThrow(), RESULT, 2);
        long document = rows.find(first).orElseThrow().documentId();
        JobJson second = order(document, JobOrder.uploaded(Priority.INTERACTIVE, false));
        assertThatThrownBy(() -> order(document, JobOrder.uploaded(Priority.INTERACTIVE, false)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(String.valueOf(second.id()));
        claims.fail(claims.claim(second.id(), 3, LEASE).orElseThrow(), "{}", 4);
        assertThat(count("documents WHERE state = 'processed'")).isEqualTo(1);
        assertThat(cancel(
                        order(document, JobOrder.uploaded(Priority.BULK, false)).id(), 5))
                .isTrue();
        assertThat(count("documents WHERE state = 'processed'")).isEqualTo(1);
        assertThat(versions(document)).hasSize(1);
    }

    @Test
    void asksClaudeAgainAtItsTimeAndOnce() {
        long first = add(0);
        claims.finish(claims.claim(first, 1, LEASE).orElseThrow(), RESULT, 2);
        long document = rows.find(first).orElseThrow().documentId();
        JobJson wanted = order(
                document,
                new JobOrder("claude", new Encounter(EncounterClass.INPATIENT, null), Priority.INTERACTIVE, true));
        Claim claim = claims.claim(wanted.id(), 4, LEASE).orElseThrow();
        assertThat(claim.upgrade()).isEqualTo(Upgrade.WANTED);
        assertThat(claims.finish(claim, result(Instant.ofEpochMilli(5_000)), 5)).isTrue();

        assertThat(free(4_999, 9)).isEmpty();
        assertThat(free(5_000, 9)).hasSize(1);
        Claim redo = claims.claim(free(5_000, 9).getFirst(), 5_000, 6_000).orElseThrow();
        assertThat(redo.upgrade()).isEqualTo(Upgrade.REDO);
        assertThat(redo.engine()).isEqualTo("claude");
        assertThat(redo.trace()).isEqualTo(claim.trace()).isEqualTo(TRACE);
        assertThat(redo.encounter().encounterClass()).isEqualTo(EncounterClass.INPATIENT);
        assertThat(rows.find(redo.jobId()).orElseThrow().upgrade()).isTrue();
        claims.release(redo, 9_000);
        assertThat(count("documents WHERE state = 'processed'")).isEqualTo(1);

        JobJson other = order(document, JobOrder.uploaded(Priority.INTERACTIVE, false));
        assertThat(rows.find(redo.jobId()).orElseThrow().state()).isEqualTo("cancelled");
        assertThat(free(99_000, 9)).containsExactly(other.id());
    }

    @Test
    void neverChangesAResult() {
        claims.finish(claims.claim(add(0), 1, LEASE).orElseThrow(), RESULT, 2);
        assertThatThrownBy(() -> database()
                        .write(connection -> Row.change(connection, "UPDATE analyses SET results = '{\"a\":1}'")))
                .isInstanceOf(DatabaseException.class);
        String sealed = "\u0001sealed:0011";
        assertThatThrownBy(() -> database()
                        .write(connection ->
                                Row.change(connection, "UPDATE analyses SET results = ?, engine = 'x'", sealed)))
                .as("nothing else changes with it")
                .isInstanceOf(DatabaseException.class);
        assertThat(database()
                        .<Integer>write(
                                connection -> Row.change(connection, "UPDATE analyses SET results = ?", sealed)))
                .as("sealing changes what it is stored as, not what it says")
                .isEqualTo(1);
    }

    @Test
    void letsTenantsTakeTurnsAndWhoWaitsComeFirst() {
        List<Long> flood = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            flood.add(add(i, "one", Priority.BULK));
        }
        long other = add(20, "two", Priority.BULK);
        long waits = add(21, "one", Priority.INTERACTIVE);
        assertThat(free(1, 4)).containsExactly(waits, flood.getFirst(), other, flood.get(1));
        for (int i = 22; i < 40; i++) {
            add(i, "one", Priority.INTERACTIVE);
        }
        assertThat(free(1, 10)).as("bulk still moves").contains(flood.getFirst(), other);
    }

    private List<Long> free(long now, int limit) {
        return claims.free(now, true, limit).stream().map(Waiting::jobId).toList();
    }

    private boolean retry(long id) {
        return database().write(connection -> JobRows.retry(connection, id));
    }

    private boolean cancel(long id, long now) {
        return database().write(connection -> JobRows.cancel(connection, id, now));
    }

    private JobJson order(long document, JobOrder order) {
        return database().write(connection -> {
            assertThat(rows.hold(connection, document, "other")).isFalse();
            assertThat(rows.hold(connection, document, "default")).isTrue();
            return rows.order(connection, document, order, TRACE, 3);
        });
    }

    private List<AnalysisVersion> versions(long document) {
        return database()
                .read(connection -> AnalysisRows.list(connection, document, "default"))
                .orElseThrow();
    }

    private long add(int number) {
        return add(number, "default", Priority.INTERACTIVE);
    }

    private long add(int number, String tenant, Priority priority) {
        return database().write(connection -> {
            long document = Row.first(
                            connection,
                            "INSERT INTO documents (original_filename, created_at, storage_key, content_type,"
                                    + " size_bytes, sha256, state, tenant) VALUES ('a.txt', 0, ?, 'text/plain', 1, '00',"
                                    + " 'queued', ?) RETURNING id",
                            row -> row.number("id"),
                            "key-" + number,
                            tenant)
                    .orElseThrow();
            return rows.insert(connection, document, JobOrder.uploaded(priority, false), TRACE, 0);
        });
    }

    private long count(String what) {
        return database()
                .read(connection -> Row.first(connection, "SELECT COUNT(*) AS n FROM " + what, row -> row.number("n")))
                .orElseThrow();
    }
}
