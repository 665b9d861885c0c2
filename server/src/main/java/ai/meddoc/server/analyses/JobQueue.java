package ai.meddoc.server.analyses;

import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.settings.JobDuty;
import ai.meddoc.server.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
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
    /** With what goes before it, a server that is told to stop is gone within 25 seconds. */
    private static final long PATIENCE_MILLIS = 12_000;

    private final ClaimRows rows;
    private final JobRunner runner;
    private final JobWatch watch;
    private final InstantSource clock;
    private final long leaseMillis;
    private final JobDuty duty;
    private final Lane texts;
    private final Lane files;
    private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2, daemon("jobs-ticker"));
    private final Map<Long, CompletableFuture<Outcome>> pending = new ConcurrentHashMap<>();
    private final Map<Long, Claim> held = new ConcurrentHashMap<>();

    JobQueue(ClaimRows rows, JobRunner runner, JobWatch watch, InstantSource clock, Settings settings) {
        this.rows = rows;
        this.runner = runner;
        this.watch = watch;
        this.duty = settings.jobDuty();
        this.clock = clock;
        this.leaseMillis = settings.jobLease().toMillis();
        this.texts = new Lane(true, settings.workers());
        this.files = new Lane(false, settings.readers());
    }

    void start(@Observes StartupEvent event) {
        long third = Math.max(200, leaseMillis / 3);
        if (duty == JobDuty.ALL) {
            ticker.scheduleWithFixedDelay(() -> guarded(this::sweepAll), 0, 1_000, TimeUnit.MILLISECONDS);
        }
        ticker.scheduleWithFixedDelay(() -> guarded(this::renew), third, third, TimeUnit.MILLISECONDS);
    }

    /** What runs gets time to end; what waits stays in its row for the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ticker.shutdownNow();
        texts.close();
        files.close();
        long end = clock.millis() + PATIENCE_MILLIS;
        boolean ended = texts.awaitEnd(PATIENCE_MILLIS) && files.awaitEnd(Math.max(0, end - clock.millis()));
        if (!ended) {
            LOG.warnf("%d jobs were still running; they start again", held.size());
        }
        // Whoever is next need not wait for the lease; the fence keeps a straggler from storing anything.
        held.values().forEach(claim -> guarded(() -> rows.release(claim, clock.millis())));
    }

    /** Until when a claim made now holds. */
    public long leaseFrom(long now) {
        return now + leaseMillis;
    }

    /** Whether a job on such a document, handed over now, would start at once. */
    public boolean isIdle(boolean text) {
        return duty != JobDuty.NONE && lane(text).isIdle();
    }

    private Lane lane(boolean text) {
        return text ? texts : files;
    }

    /** Starts a committed job on a document of whatever kind. */
    void order(long jobId, String tenant, Priority priority) {
        if (duty == JobDuty.ALL) {
            // The next look into the database finds it, and of which kind it is.
            ticker.execute(() -> guarded(this::sweepAll));
        } else {
            submit(new Waiting(jobId, tenant, priority, false));
        }
    }

    /** Starts a committed job that nobody holds; the future tells how it ended, if it ends here. */
    public CompletableFuture<Outcome> submit(Waiting job) {
        return submit(job, null);
    }

    /** As {@link #submit(Waiting)}, for a job that was claimed where it was made. */
    public CompletableFuture<Outcome> submit(Waiting job, @Nullable Claim claim) {
        if (duty == JobDuty.NONE) {
            return watch.of(job.jobId());
        }
        Lane lane = lane(job.text());
        if (duty == JobDuty.ALL && claim == null && job.priority() == Priority.BULK && lane.isFull()) {
            // It is found when its turn comes; thousands need not wait in memory.
            lane.leaveMore(true);
            return CompletableFuture.completedFuture(new Outcome.Undecided());
        }
        CompletableFuture<Outcome> fresh = new CompletableFuture<>();
        CompletableFuture<Outcome> earlier = pending.putIfAbsent(job.jobId(), fresh);
        if (earlier != null) {
            return earlier;
        }
        if (claim != null) {
            held.put(job.jobId(), claim);
        }
        lane.add(job, () -> work(job.jobId(), claim, fresh, lane));
        return fresh;
    }

    private void work(long jobId, @Nullable Claim given, CompletableFuture<Outcome> future, Lane lane) {
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
            if (lane.hasRunDry()) {
                guarded(() -> sweep(lane));
            }
        }
    }

    private void sweepAll() {
        sweep(texts);
        sweep(files);
    }

    private void sweep(Lane lane) {
        if (!lane.isFull()) {
            List<Waiting> free = rows.free(clock.millis(), lane.text(), Lane.MOST);
            lane.leaveMore(free.size() == Lane.MOST);
            free.forEach(this::submit);
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
