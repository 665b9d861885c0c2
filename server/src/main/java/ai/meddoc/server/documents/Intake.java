package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.Claim;
import ai.meddoc.server.analyses.ClaimRows;
import ai.meddoc.server.analyses.JobOrder;
import ai.meddoc.server.analyses.JobQueue;
import ai.meddoc.server.analyses.JobRows;
import ai.meddoc.server.analyses.Outcome;
import ai.meddoc.server.analyses.Waiting;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.repeats.IdempotencyKey;
import ai.meddoc.server.repeats.KeyRows;
import ai.meddoc.server.repeats.KeyedRequest;
import ai.meddoc.server.telemetry.Figures;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps a document: its bytes, then its row and its job in one transaction. Whatever dies after that, it is done. */
@Singleton
final class Intake {

    private final BlobStore blobs;
    private final Database database;
    private final DocumentRows documents;
    private final JobRows jobs;
    private final ClaimRows claims;
    private final KeyRows keys;
    private final JobQueue queue;
    private final AuditTrail trail;
    private final UploadQuota quota;
    private final InstantSource clock;
    private final Figures figures;

    Intake(
            BlobStore blobs,
            Database database,
            DocumentRows documents,
            JobRows jobs,
            ClaimRows claims,
            KeyRows keys,
            JobQueue queue,
            AuditTrail trail,
            UploadQuota quota,
            InstantSource clock,
            Figures figures) {
        this.blobs = blobs;
        this.database = database;
        this.documents = documents;
        this.jobs = jobs;
        this.claims = claims;
        this.keys = keys;
        this.queue = queue;
        this.trail = trail;
        this.quota = quota;
        this.clock = clock;
        this.figures = figures;
    }

    /** @param outcome null when the pipeline was not asked for */
    record Kept(
            long documentId,
            @Nullable Long jobId,
            @Nullable Long sameContentAs,
            @Nullable CompletableFuture<Outcome> outcome) {}

    /** What came, and for whom. */
    private record Arrival(
            NewDocument document, String sha256, @Nullable KeyedRequest request, AuditEntry entry) {}

    private record Rows(
            long documentId,
            @Nullable Long jobId,
            @Nullable Long same,
            @Nullable Claim claim) {}

    /** @param key the same key with the same request gets the document that the first one made */
    Kept keep(NewDocument document, Path upload, @Nullable IdempotencyKey key, AuditEntry entry) throws IOException {
        String sha256 = Sha256.of(upload);
        if (key == null) {
            return store(new Arrival(document, sha256, null, entry), upload).orElseThrow();
        }
        KeyedRequest request = key.request(document.said(sha256));
        Optional<Kept> kept = earlier(request, document, entry);
        if (kept.isEmpty()) {
            kept = store(new Arrival(document, sha256, request, entry), upload);
        }
        // Of several at once, one stores; the others find what it stored.
        return kept.or(() -> earlier(request, document, entry)).orElseThrow(() -> problem(ProblemType.CONFLICT));
    }

    private Optional<Kept> earlier(KeyedRequest request, NewDocument document, AuditEntry entry) {
        return keys.earlier(request).map(earlier -> {
            Long job = earlier.jobId();
            trail.record(entry.about(earlier.documentId()).job(job).detail("asked again by its Idempotency-Key"));
            return new Kept(earlier.documentId(), job, null, job == null ? null : queue.submit(waiting(job, document)));
        });
    }

    private static Waiting waiting(long job, NewDocument document) {
        return new Waiting(job, document.tenant(), document.priority(), Waiting.isText(document.contentType()));
    }

    private static ProblemException problem(ProblemType type) {
        return new ProblemException(type, ProblemReader.sentence(type));
    }

    /** Binds the new document to what it was made of, in the transaction that makes it; false if that was done before. */
    @FunctionalInterface
    interface Binding {
        boolean bind(Connection connection, long documentId) throws SQLException;
    }

    /** Keeps a document whose bytes are in the store already. */
    Kept adopt(NewDocument document, KeptFile file, AuditEntry entry, Binding binding) {
        Arrival arrival = new Arrival(document, file.sha256(), null, entry);
        Rows rows = database.write(connection -> {
            Rows made = rows(connection, arrival, file).orElseThrow();
            if (!binding.bind(connection, made.documentId())) {
                throw problem(ProblemType.CONFLICT);
            }
            return made;
        });
        return kept(rows, document);
    }

    /** What was kept before, for whoever asks again. */
    Kept again(long documentId, AuditEntry entry) {
        Long job = documents.newestJob(documentId);
        trail.record(entry.about(documentId).job(job).detail("asked again"));
        return new Kept(documentId, job, null, null);
    }

    private Kept kept(Rows rows, NewDocument document) {
        Long job = rows.jobId();
        return new Kept(
                rows.documentId(),
                job,
                rows.same(),
                job == null ? null : queue.submit(waiting(job, document), rows.claim()));
    }

    /** Empty if another request with the same key was quicker. */
    private Optional<Kept> store(Arrival arrival, Path upload) throws IOException {
        long size = Files.size(upload);
        KeptFile file = new KeptFile(blobs.put(upload), size, arrival.sha256());
        boolean inDoubt = false;
        Optional<Rows> rows = Optional.empty();
        try {
            rows = database.write(connection -> rows(connection, arrival, file));
        } catch (DatabaseException e) {
            // It may have committed and only its answer was lost: the sweep deletes the file if it did not.
            inDoubt = true;
            throw e;
        } finally {
            if (rows.isEmpty() && !inDoubt) {
                blobs.delete(file.storageKey());
            }
        }
        rows.ifPresent(made -> figures.uploaded(size));
        return rows.map(made -> kept(made, arrival.document()));
    }

    private Optional<Rows> rows(Connection connection, Arrival arrival, KeptFile file) throws SQLException {
        NewDocument document = arrival.document();
        KeyedRequest request = arrival.request();
        long now = clock.millis();
        if (request != null && !keys.take(connection, request, now)) {
            return Optional.empty();
        }
        Long same = documents.newestWith(connection, file.sha256(), document.tenant());
        long id = documents.insert(connection, document, file, now);
        if (request != null) {
            keys.bind(connection, request, id, null);
        }
        if (!document.runPipeline()) {
            note(connection, arrival, arrival.entry().about(id));
            return Optional.of(new Rows(id, null, same, null));
        }
        JobOrder order = JobOrder.uploaded(document.priority(), document.upgradeLater());
        long job = jobs.insert(connection, id, order, arrival.entry().trace(), now);
        Claim claim = queue.isIdle(Waiting.isText(document.contentType()))
                ? claims.claim(connection, job, now, queue.leaseFrom(now)).orElse(null)
                : null;
        note(connection, arrival, arrival.entry().about(id).job(job));
        return Optional.of(new Rows(id, job, same, claim));
    }

    /** Last in the transaction: writers of the trail wait for each other. */
    private void note(Connection connection, Arrival arrival, AuditEntry entry) throws SQLException {
        trail.append(connection, entry);
        quota.check(connection, arrival.document().tenant());
    }
}
