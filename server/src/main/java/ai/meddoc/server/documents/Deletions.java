package ai.meddoc.server.documents;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes documents for good. The rows and a note of the file go in one transaction with the audit row; the file goes at
 * once, or later by its note if the store is away or the server dies in between. Thread-safe.
 */
@Singleton
final class Deletions {

    private static final Logger LOG = Logger.getLogger("meddoc.storage");
    private static final int AT_ONCE = 100;

    private final DeletionRows rows;
    private final BlobStore blobs;
    private final AuditTrail trail;
    private final InstantSource clock;

    Deletions(DeletionRows rows, BlobStore blobs, AuditTrail trail, InstantSource clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * False if the tenant of the entry's actor has no such document.
     *
     * @throws ProblemException if it is under legal hold
     */
    boolean delete(long id, AuditEntry entry) {
        String tenant = entry.actor().tenant();
        Optional<Deleted> deleted = trail.disclose(
                entry.about(id),
                connection -> delete(connection, id, tenant),
                (asked, found) -> found.key() == null ? asked.denied().detail(ProblemType.LEGAL_HOLD.name()) : asked);
        if (deleted.isEmpty()) {
            return false;
        }
        String key = deleted.get().key();
        if (key == null) {
            throw new ProblemException(ProblemType.LEGAL_HOLD, ProblemReader.sentence(ProblemType.LEGAL_HOLD));
        }
        deleteFile(key);
        return true;
    }

    /** @param key of its file; null when it is held */
    private record Deleted(@Nullable String key) {}

    private Optional<Deleted> delete(Connection connection, long id, String tenant) throws SQLException {
        return HoldRows.find(connection, id, tenant).isPresent()
                ? Optional.of(new Deleted(null))
                : rows.delete(connection, id, tenant, clock.millis()).map(Deleted::new);
    }

    /** What earlier deletions left behind. */
    void deleteLeftFiles() {
        rows.filesToDelete(AT_ONCE).forEach(this::deleteFile);
    }

    private void deleteFile(String key) {
        try {
            blobs.delete(key);
            rows.deleted(key);
        } catch (IOException e) {
            LOG.warnf("a deleted document's file stays until the storage is back: %s", Incident.describe(e));
        }
    }
}
