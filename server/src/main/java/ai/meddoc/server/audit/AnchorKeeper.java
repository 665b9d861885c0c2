package ai.meddoc.server.audit;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Notes the chain's end in a file every ten seconds and when the server stops. Thread-safe. */
@Singleton
final class AnchorKeeper {

    private static final Logger LOG = Logger.getLogger("meddoc.audit");
    private static final int PAUSE_SECONDS = 10;

    private final Database database;
    private final Path file;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-anchor").factory());
    private long kept = -1;

    AnchorKeeper(Database database, Settings settings) {
        this.database = database;
        this.file = AuditFiles.anchor(settings);
    }

    void start(@Observes StartupEvent event) {
        ticker.scheduleWithFixedDelay(this::keep, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.shutdownNow();
        keep();
    }

    /** Never moves an anchor back: that would hide a cut. */
    private synchronized void keep() {
        try {
            AuditHead head = database.read(AuditRows::head);
            long before = AuditAnchor.kept(file).map(AuditAnchor::seq).orElse(0L);
            if (head.seq() > Math.max(kept, before)) {
                new AuditAnchor(head.seq(), head.mac()).keep(file);
                kept = head.seq();
            }
        } catch (DatabaseException e) {
            LOG.warnf("the audit anchor was not written: the database is away (%s)", e.reason());
        } catch (IOException | RuntimeException e) {
            LOG.error(Incident.describe(e));
        }
    }
}
