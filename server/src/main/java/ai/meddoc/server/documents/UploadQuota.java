package ai.meddoc.server.documents;

import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.settings.Settings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** How many documents a tenant may upload on one day, by UTC. Thread-safe. */
@Singleton
final class UploadQuota {

    private final DocumentRows documents;
    private final InstantSource clock;
    private final int most;

    UploadQuota(DocumentRows documents, InstantSource clock, Settings settings) {
        this.documents = documents;
        this.clock = clock;
        this.most = settings.access().uploadsPerDay();
    }

    /** Refuses the upload that this transaction stored, if it is one too many. */
    void check(Connection connection, String tenant) throws SQLException {
        if (most == 0) {
            return;
        }
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        if (documents.countSince(connection, tenant, midnight.toEpochMilli()) > most) {
            throw new ProblemException(ProblemType.QUOTA_EXCEEDED, ProblemReader.sentence(ProblemType.QUOTA_EXCEEDED));
        }
    }
}
