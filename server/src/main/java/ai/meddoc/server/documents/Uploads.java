package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.analyses.Outcome;
import ai.meddoc.server.analyses.Priority;
import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.repeats.IdempotencyKey;
import ai.meddoc.server.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes an upload in and waits a while for its results. */
@Singleton
final class Uploads {

    /** At once, of those that somebody waits for. */
    private static final int WAITED_FOR = 8;

    /** More at once would keep the disk and its one writer from whoever waits. */
    private static final int BULK = 2;

    /** A bucket far away is fast only by many at once. */
    private static final int TO_BUCKET = 32;

    private final Intake intake;
    private final DocumentRows rows;
    private final Deletions deletions;
    private final Duration patience;
    private final Map<Priority, Turnstile> turnstiles;

    Uploads(Intake intake, DocumentRows rows, Deletions deletions, Settings settings) {
        this.intake = intake;
        this.rows = rows;
        this.deletions = deletions;
        this.patience = settings.answerWithin();
        boolean disk = settings.bucket() == null;
        this.turnstiles = Map.of(
                Priority.INTERACTIVE, new Turnstile(disk ? WAITED_FOR : TO_BUCKET),
                Priority.BULK, new Turnstile(disk ? BULK : TO_BUCKET));
    }

    UploadReply take(UploadForm form, @Nullable IdempotencyKey key, boolean async, RoutingContext context)
            throws IOException {
        NewDocument document = form.checked(Caller.of(context).tenant(), async ? Priority.BULK : Priority.INTERACTIVE);
        AuditEntry entry = AuditEntry.of(context, Action.CREATE);
        return answer(keep(document, form.file(), key, entry, who(context)), key != null, async, context);
    }

    /** What one caller sends at once must not hold up what another sends. */
    private Intake.Kept keep(
            NewDocument document, FileUpload file, @Nullable IdempotencyKey key, AuditEntry entry, String who)
            throws IOException {
        Turnstile turnstile = Objects.requireNonNull(turnstiles.get(document.priority()));
        turnstile.enter(who, file.size());
        try {
            return intake.keep(document, file.uploadedFile(), key, entry);
        } finally {
            turnstile.leave();
        }
    }

    private static String who(RoutingContext context) {
        Actor actor = Caller.of(context).actor();
        return String.join(
                "|",
                actor.tenant(),
                actor.name(),
                context.request().remoteAddress().hostAddress());
    }

    /** @param again whether this may be a repetition, so that there may be results already */
    UploadReply answer(Intake.Kept kept, boolean again, boolean async, RoutingContext context) {
        CompletableFuture<Outcome> outcome = kept.outcome();
        if (outcome == null || async) {
            return reply(kept, again ? stored(kept) : Optional.empty());
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
    private ProblemException refused(Intake.Kept kept, Outcome.Failed failed, RoutingContext context) {
        AuditEntry entry = AuditEntry.of(context, Action.DELETE).detail("withdrawn: not processable");
        deletions.delete(kept.documentId(), entry);
        return new ProblemException(failed.type(), failed.detail());
    }

    private static UploadReply reply(Intake.Kept kept, Optional<String> results) {
        return new UploadReply(
                kept.documentId(), results.isPresent(), results.orElse(null), kept.jobId(), kept.sameContentAs());
    }
}
