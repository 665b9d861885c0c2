package ai.meddoc.server.documents;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.Upkeep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks after what is stored while the server runs: deletes files of deleted documents that were left, what is past its
 * retention, and what uploads left behind when they died. Any number of servers may do so at once.
 */
@Singleton
final class Upkeeper {

    private static final Logger LOG = Logger.getLogger("meddoc.storage");
    private static final int BATCH = 100;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final HoldRows holds;
    private final DirectUploadRows announced;
    private final Deletions deletions;
    private final StorageSweep sweep;
    private final Upkeep upkeep;
    private final InstantSource clock;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("upkeep").factory());

    Upkeeper(
            DeletionRows rows,
            HoldRows holds,
            DirectUploadRows announced,
            Deletions deletions,
            BlobStore blobs,
            Settings settings,
            InstantSource clock) {
        this.holds = holds;
        this.announced = announced;
        this.deletions = deletions;
        this.upkeep = settings.upkeep();
        this.sweep = new StorageSweep(blobs, rows, upkeep.grace());
        this.clock = clock;
    }

    /** Not at once: a start has more urgent things to do. */
    void start(@Observes StartupEvent event) {
        ticker.scheduleWithFixedDelay(() -> guarded(this::tidy), 5, 60, TimeUnit.SECONDS);
        if (upkeep.retentionDays() > 0) {
            ticker.scheduleWithFixedDelay(() -> guarded(this::purge), 10, 600, TimeUnit.SECONDS);
        }
        long minutes = upkeep.sweepEvery().toMinutes();
        if (minutes > 0) {
            ticker.scheduleWithFixedDelay(() -> guarded(this::sweep), Math.min(5, minutes), minutes, TimeUnit.MINUTES);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.shutdownNow();
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void guarded(Task task) {
        try {
            task.run();
        } catch (DatabaseException e) {
            LOG.warnf("upkeep waits: the database is away (%s)", e.reason());
        } catch (IOException | RuntimeException e) {
            LOG.warn(Incident.describe(e));
        }
    }

    private void tidy() {
        deletions.deleteLeftFiles();
        announced.forget(clock.instant().minus(FORGOTTEN).toEpochMilli());
    }

    private void purge() {
        Instant before = clock.instant().minus(Duration.ofDays(upkeep.retentionDays()));
        for (var due = holds.due(before.toEpochMilli(), BATCH);
                !due.isEmpty();
                due = holds.due(before.toEpochMilli(), BATCH)) {
            for (HoldRows.Due document : due) {
                AuditEntry entry = AuditEntry.bySystem(document.tenant(), "retention", Action.DELETE);
                delete(document.documentId(), entry.detail("older than " + upkeep.retentionDays() + " days"));
            }
        }
    }

    /** A hold placed meanwhile wins, and so does whoever deleted it first. */
    private void delete(long document, AuditEntry entry) {
        try {
            deletions.delete(document, entry);
        } catch (ProblemException e) {
            LOG.infof("document %d stays: %s", document, e.type());
        }
    }

    private void sweep() throws IOException {
        int half = sweep.deleteHalfReceived(clock.instant());
        SweepReport report = sweep.look(clock.instant());
        if (!report.missing().isEmpty()) {
            LOG.errorf(
                    "%d documents have no file; meddoc doctor --storage lists them",
                    report.missing().size());
        }
        if (report.looksLikeAnotherDatabase()) {
            LOG.errorf(
                    "%d of %d files have no document, so none is deleted: is this the right database?",
                    report.orphans().size(), report.files());
            return;
        }
        int orphans = sweep.deleteOrphans(report);
        if (half + orphans > 0) {
            LOG.infof("deleted %d files of no document and %d that never arrived whole", orphans, half);
        }
    }
}
