package ai.meddoc.server.analyses;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.repeats.IdempotencyKey;
import ai.meddoc.server.repeats.KeyRows;
import ai.meddoc.server.repeats.KeyedRequest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs on a stored document again, or for the first time. Thread-safe. */
@Singleton
public final class Reruns {

    private final JobRows rows;
    private final KeyRows keys;
    private final JobQueue queue;
    private final Engines engines;
    private final AuditTrail trail;
    private final InstantSource clock;

    Reruns(JobRows rows, KeyRows keys, JobQueue queue, Engines engines, AuditTrail trail, InstantSource clock) {
        this.rows = rows;
        this.keys = keys;
        this.queue = queue;
        this.engines = engines;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was asked for, and within which trace. */
    private record Wanted(
            long document,
            JobOrder order,
            @Nullable KeyedRequest keyed,
            @Nullable String trace) {}

    /** @param again whether the job was ordered before, under the same key */
    private record Ordered(JobJson job, boolean again) {}

    /**
     * The queued job; empty if the tenant has no such document.
     *
     * @param key the same key with the same request gets the job that the first one made, whatever became of it
     * @throws ProblemException if the key was another request's, or a job of the document waits or runs already
     */
    Optional<JobJson> order(
            long document, @Nullable AnalyzeRequest request, @Nullable IdempotencyKey key, AuditEntry entry) {
        JobOrder order = JobOrder.of(request, engines);
        Wanted wanted =
                new Wanted(document, order, key == null ? null : key.request(order.said(document)), entry.trace());
        String tenant = entry.actor().tenant();
        Optional<Ordered> ordered = trail.disclose(
                entry.about(document),
                connection -> rows.hold(connection, document, tenant)
                        ? Optional.of(order(connection, wanted))
                        : Optional.empty(),
                (asked, made) -> made.again()
                        ? asked.job(made.job().id()).detail("asked again by its Idempotency-Key")
                        : asked.job(made.job().id()));
        ordered.filter(made -> !made.again())
                .ifPresent(made -> queue.order(made.job().id(), tenant, order.priority()));
        return ordered.map(Ordered::job);
    }

    private Ordered order(Connection connection, Wanted wanted) throws SQLException {
        KeyedRequest keyed = wanted.keyed();
        if (keyed == null) {
            return new Ordered(fresh(connection, wanted), false);
        }
        Long earlier =
                keys.earlier(connection, keyed).map(KeyRows.Earlier::jobId).orElse(null);
        if (earlier != null) {
            return new Ordered(JobRows.find(connection, earlier), true);
        }
        // Requests for the same document wait for each other, so whoever has the key by now asked for something else.
        if (!keys.take(connection, keyed, clock.millis())) {
            throw KeyRows.reused();
        }
        JobJson job = fresh(connection, wanted);
        keys.bind(connection, keyed, wanted.document(), job.id());
        return new Ordered(job, false);
    }

    private JobJson fresh(Connection connection, Wanted wanted) throws SQLException {
        return rows.order(connection, wanted.document(), wanted.order(), wanted.trace(), clock.millis());
    }
}
