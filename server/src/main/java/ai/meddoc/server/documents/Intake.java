package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.Claim;
import ai.meddoc.server.analyses.JobQueue;
import ai.meddoc.server.analyses.JobRows;
import ai.meddoc.server.analyses.Outcome;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
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
    private final InstantSource clock;

    Intake(
            BlobStore blobs,
            Database database,
            DocumentRows documents,
            JobRows jobs,
            JobQueue queue,
            InstantSource clock) {
        this.blobs = blobs;
        this.database = database;
        this.documents = documents;
        this.jobs = jobs;
        this.queue = queue;
        this.clock = clock;
    }

    /** @param outcome null when the pipeline was not asked for */
    record Kept(
            long documentId,
            @Nullable Long jobId,
            @Nullable Long sameContentAs,
            @Nullable CompletableFuture<Outcome> outcome) {}

    private record Rows(
            long documentId, @Nullable Long jobId, @Nullable Long same, Optional<Claim> claim) {}

    Kept keep(NewDocument document, Path upload) throws IOException {
        KeptFile file = file(upload);
        Rows rows;
        try {
            rows = database.write(connection -> {
                long now = clock.millis();
                Long same = documents.newestWith(connection, file.sha256());
                long id = documents.insert(connection, document, file, now);
                if (!document.runPipeline()) {
                    return new Rows(id, null, same, Optional.empty());
                }
                long job = jobs.insert(connection, id, now);
                Optional<Claim> claim =
                        queue.isIdle() ? jobs.claim(connection, job, now, queue.leaseFrom(now)) : Optional.empty();
                return new Rows(id, job, same, claim);
            });
        } catch (RuntimeException e) {
            blobs.delete(file.storageKey());
            throw e;
        }
        Long job = rows.jobId();
        return new Kept(rows.documentId(), job, rows.same(), job == null ? null : queue.submit(job, rows.claim()));
    }

    private KeptFile file(Path upload) throws IOException {
        long size = Files.size(upload);
        String sha256 = sha256(upload);
        return new KeptFile(blobs.put(upload), size, sha256);
    }

    private static String sha256(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
