package ai.meddoc.server.analyses;

import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings jobs and workers together. The rows are the truth; what is here in memory only makes it quick: a job handed
 * over starts at once, every other is found by looking for free ones every second. Thread-safe.
 */
@Singleton
public final class JobQueue {

    private static final Logger LOG = Logger.getLogger("meddoc.jobs");
    private static final int SWEEP = 64;

    private final JobRows rows;
    private final JobRunner runner;
    private final InstantSource clock;
    private final long leaseMillis;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2, daemon("jobs-ticker"));
    private final Map<Long, CompletableFuture<Outcome>> pending = new ConcurrentHashMap<>();
    private final Map<Long, Claim> held = new ConcurrentHashMap<>();

    JobQueue(JobRows rows, JobRunner runner, InstantSource clock, Settings settings) {
        this.rows = rows;
        this.runner = runner;
        this.clock = clock;
        this.leaseMillis = settings.jobLease().toMillis();
        int count = settings.workers();
        this.workers = new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("jobs-worker"));
    }

    void start(@Observes StartupEvent event) {
        long third = Math.max(200, leaseMillis / 3);
        ticker.scheduleWithFixedDelay(() -> guarded(this::sweep), 0, 1_000, TimeUnit.MILLISECONDS);
        ticker.scheduleWithFixedDelay(() -> guarded(this::renew), third, third, TimeUnit.MILLISECONDS);
    }

    /** What runs gets time to end; what waits stays in its row for the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ticker.shutdownNow();
        workers.getQueue().clear();
        workers.shutdown();
        if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
            LOG.warnf("%d jobs were still running; they start again", held.size());
        }
        // Whoever is next need not wait for the lease; the fence keeps a straggler from storing anything.
        held.values().forEach(claim -> guarded(() -> rows.release(claim, clock.millis())));
    }

    /** Until when a claim made now holds. */
    public long leaseFrom(long now) {
        return now + leaseMillis;
    }

    /** Whether a job handed over now would start at once. */
    public boolean isIdle() {
        return workers.getActiveCount() < workers.getCorePoolSize()
                && workers.getQueue().isEmpty();
    }

    /** Starts a committed job that nobody holds; the future tells how it ended, if it ends here. */
    public CompletableFuture<Outcome> submit(long jobId) {
        return submit(jobId, null);
    }

    /** As {@link #submit(long)}, for a job that was claimed where it was made. */
    public CompletableFuture<Outcome> submit(long jobId, @Nullable Claim claim) {
        CompletableFuture<Outcome> fresh = new CompletableFuture<>();
        CompletableFuture<Outcome> earlier = pending.putIfAbsent(jobId, fresh);
        if (earlier != null) {
            return earlier;
        }
        if (claim != null) {
            held.put(jobId, claim);
        }
        workers.execute(() -> work(jobId, claim, fresh));
        return fresh;
    }

    private void work(long jobId, @Nullable Claim given, CompletableFuture<Outcome> future) {
        Outcome outcome = new Outcome.Undecided();
        try {
            long now = clock.millis();
            Claim claim = given != null
                    ? given
                    : rows.claim(jobId, now, leaseFrom(now)).orElse(null);
            if (claim != null) {
                held.put(jobId, claim);
                outcome = runner.run(claim);
            }
        } catch (DatabaseException e) {
            LOG.warnf("job %d waits: the database is away (%s)", jobId, e.reason());
        } finally {
            held.remove(jobId);
            pending.remove(jobId);
            future.complete(outcome);
        }
    }

    private void sweep() {
        if (workers.getQueue().size() < SWEEP) {
            rows.free(clock.millis(), SWEEP).forEach(this::submit);
        }
    }

    private void renew() {
        long until = leaseFrom(clock.millis());
        held.values().forEach(claim -> rows.renew(claim, until));
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (DatabaseException e) {
            LOG.warnf("the database is away (%s)", e.reason());
        } catch (RuntimeException e) {
            LOG.error(Incident.describe(e));
        }
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }
}
