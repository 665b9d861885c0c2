package ai.meddoc.server.audit;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Follows the chain of the running server's database; one check at a time. Thread-safe. */
@Singleton
final class ChainCheck {

    private final Database database;
    private final AuditKey key;
    private final Path kept;
    private final ReentrantLock one = new ReentrantLock();

    ChainCheck(Database database, AuditKey key, Settings settings) {
        this.database = database;
        this.key = key;
        this.kept = AuditFiles.anchor(settings);
    }

    /**
     * Follows the chain and compares it with the anchor that this server keeps.
     *
     * @param noted another one that was noted elsewhere
     */
    AuditReport of(@Nullable String noted) {
        List<AuditAnchor> anchors = new ArrayList<>();
        if (noted != null && !noted.isBlank()) {
            anchors.add(AuditAnchor.parse(noted)
                    .orElseThrow(() -> ProblemException.malformed("anchor must be NUMBER:SEAL, as it was shown.")));
        }
        try {
            AuditAnchor.kept(kept).ifPresent(anchors::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        one.lock();
        try {
            return database.read(new AuditVerifier(key, anchors)::verify);
        } finally {
            one.unlock();
        }
    }
}
