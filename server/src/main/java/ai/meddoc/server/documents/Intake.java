package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.Claim;
import ai.meddoc.server.analyses.JobQueue;
import ai.meddoc.server.analyses.JobRows;
import ai.meddoc.server.analyses.Outcome;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
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
    private final JobQueue queue;
    private final AuditTrail trail;
    private final UploadQuota quota;
    private final InstantSource clock;

    Intake(
            BlobStore blobs,
            Database database,
            DocumentRows documents,
            JobRows jobs,
            JobQueue queue,
            AuditTrail trail,
            UploadQuota quota,
            InstantSource clock) {
        this.blobs = blobs;
        this.database = database;
        this.documents = documents;
        this.jobs = jobs;
        this.queue = queue;
        this.trail = trail;
        this.quota = quota;
        this.clock = clock;
    }

    /** @param outcome null when the pipeline was not asked for */
    record Kept(
            long documentId,
            @Nullable Long jobId,
            @Nullable Long sameContentAs,
            @Nullable CompletableFuture<Outcome> outcome) {}

    /** What came, and for whom. */
    private record Arrival(
            NewDocument document, String sha256, DocumentRows.@Nullable Request request, AuditEntry entry) {}

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
        var request = new DocumentRows.Request(key.hash(), IdempotencyKey.fingerprint(document, sha256));
        Optional<Kept> kept = earlier(request, entry);
        if (kept.isEmpty()) {
            kept = store(new Arrival(document, sha256, request, entry), upload);
        }
        // Of several at once, one stores; the others find what it stored.
        return kept.or(() -> earlier(request, entry)).orElseThrow(() -> problem(ProblemType.CONFLICT));
    }

    private Optional<Kept> earlier(DocumentRows.Request request, AuditEntry entry) {
        return documents.earlier(request.keyHash()).map(earlier -> {
            if (!earlier.requestHash().equals(request.requestHash())) {
                throw problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            Long job = earlier.jobId();
            trail.record(entry.about(earlier.documentId()).job(job).detail("asked again by its Idempotency-Key"));
            return new Kept(earlier.documentId(), job, null, job == null ? null : queue.submit(job));
        });
    }

    private static ProblemException problem(ProblemType type) {
        return new ProblemException(type, ProblemReader.sentence(type));
    }

    /** Empty if another request with the same key was quicker. */
    private Optional<Kept> store(Arrival arrival, Path upload) throws IOException {
        long size = Files.size(upload);
        KeptFile file = new KeptFile(blobs.put(upload), size, arrival.sha256());
        Optional<Rows> rows = Optional.empty();
        try {
            rows = database.write(connection -> rows(connection, arrival, file));
        } finally {
            if (rows.isEmpty()) {
                blobs.delete(file.storageKey());
            }
        }
        return rows.map(r -> {
            Long job = r.jobId();
            return new Kept(r.documentId(), job, r.same(), job == null ? null : queue.submit(job, r.claim()));
        });
    }

    private Optional<Rows> rows(Connection connection, Arrival arrival, KeptFile file) throws SQLException {
        NewDocument document = arrival.document();
        DocumentRows.Request request = arrival.request();
        long now = clock.millis();
        if (request != null && !documents.takeKey(connection, request, now)) {
            return Optional.empty();
        }
        Long same = documents.newestWith(connection, file.sha256(), document.tenant());
        long id = documents.insert(connection, document, file, now);
        if (request != null) {
            documents.bindKey(connection, request, id);
        }
        if (!document.runPipeline()) {
            note(connection, arrival, arrival.entry().about(id));
            return Optional.of(new Rows(id, null, same, null));
        }
        long job = jobs.insert(connection, id, now);
        Claim claim = queue.isIdle()
                ? jobs.claim(connection, job, now, queue.leaseFrom(now)).orElse(null)
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
