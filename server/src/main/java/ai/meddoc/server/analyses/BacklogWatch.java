package ai.meddoc.server.analyses;

import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.telemetry.Figures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Looks every ten seconds at what waits, and says each minute how long the oldest has waited. Thread-safe. */
@Singleton
final class BacklogWatch {

    private static final Logger LOG = Logger.getLogger("meddoc.jobs");
    private static final int PAUSE_SECONDS = 10;
    private static final int LOOKS_PER_LINE = 6;

    private final JobRows rows;
    private final InstantSource clock;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("jobs-backlog").factory());
    private volatile Backlog last = Backlog.NONE;
    private int looks;

    BacklogWatch(JobRows rows, InstantSource clock, Figures figures) {
        this.rows = rows;
        this.clock = clock;
        figures.watch("meddoc.jobs.waiting", "Jobs that wait for a worker", () -> last.waiting());
        figures.watch(
                "meddoc.jobs.oldest.seconds", "How long the oldest of them has waited", () -> last.oldestSeconds());
    }

    void start(@Observes StartupEvent event) {
        ticker.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.shutdownNow();
    }

    private void look() {
        try {
            last = rows.backlog(clock.millis());
            if (looks++ % LOOKS_PER_LINE == 0) {
                say(last.oldestSeconds());
            }
        } catch (DatabaseException e) {
            LOG.warnf("nothing is known of what waits: the database is away (%s)", e.reason());
        } catch (RuntimeException e) {
            LOG.error(Incident.describe(e));
        }
    }

    /** An alarm reads the number from this line: see LogMetrics. */
    private static void say(long seconds) {
        MDC.put("queue_age_seconds", seconds);
        LOG.infof("queue %d", seconds);
        MDC.remove("queue_age_seconds");
    }
}
