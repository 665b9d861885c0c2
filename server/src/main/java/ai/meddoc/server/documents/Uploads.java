package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.analyses.Outcome;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Takes an upload in and waits a while for its results. */
@Singleton
final class Uploads {

    private final Intake intake;
    private final DocumentRows rows;
    private final BlobStore blobs;
    private final AuditTrail trail;
    private final Duration patience;

    Uploads(Intake intake, DocumentRows rows, BlobStore blobs, AuditTrail trail, Settings settings) {
        this.intake = intake;
        this.rows = rows;
        this.blobs = blobs;
        this.trail = trail;
        this.patience = settings.answerWithin();
    }

    UploadReply take(UploadForm form, @Nullable IdempotencyKey key, boolean async, RoutingContext context)
            throws IOException {
        NewDocument document = form.checked(Caller.of(context).tenant());
        AuditEntry entry = AuditEntry.of(context, Action.CREATE);
        Intake.Kept kept = intake.keep(document, form.file().uploadedFile(), key, entry);
        CompletableFuture<Outcome> outcome = kept.outcome();
        if (outcome == null || async) {
            return reply(kept, key == null ? Optional.empty() : stored(kept));
        }
        return switch (wait(outcome)) {
            case Outcome.Processed processed -> reply(kept, Optional.of(processed.results()));
            case Outcome.Failed failed -> throw refused(kept, failed, context);
            case Outcome.Undecided undecided -> reply(kept, stored(kept));
        };
    }

    private Outcome wait(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Undecided();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Undecided();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another worker may have been quicker. */
    private Optional<String> stored(Intake.Kept kept) {
        return rows.results(kept.documentId());
    }

    /** Whoever is told "no" leaves nothing behind. */
    private ProblemException refused(Intake.Kept kept, Outcome.Failed failed, RoutingContext context)
            throws IOException {
        AuditEntry entry = AuditEntry.of(context, Action.DELETE).detail("withdrawn: not processable");
        Optional<String> key = trail.disclose(
                entry.about(kept.documentId()),
                connection -> rows.delete(
                        connection, kept.documentId(), Caller.of(context).tenant()),
                (found, storageKey) -> found);
        if (key.isPresent()) {
            blobs.delete(key.get());
        }
        return new ProblemException(failed.type(), failed.detail());
    }

    private static UploadReply reply(Intake.Kept kept, Optional<String> results) {
        return new UploadReply(
                kept.documentId(), results.isPresent(), results.orElse(null), kept.jobId(), kept.sameContentAs());
    }
}
