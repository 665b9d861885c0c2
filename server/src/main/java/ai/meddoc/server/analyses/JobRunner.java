package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentException;
import ai.meddoc.engine.EngineException;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.DamagedBlobException;
import ai.meddoc.server.problems.Failure;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.telemetry.Figures;
import ai.meddoc.server.telemetry.Steps;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does one claimed job and records how it ended. Thread-safe. */
@Singleton
final class JobRunner {

    private static final Logger LOG = Logger.getLogger("meddoc.jobs");
    private static final int MAX_ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 1_000;

    /** With a quarter of an hour between them, Claude may be away for a day. */
    private static final int MAX_REDOS = 100;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final ClaimRows rows;
    private final DocumentAnalyst analyst;
    private final ObjectMapper json;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Steps steps;
    private final Figures figures;

    JobRunner(
            ClaimRows rows,
            DocumentAnalyst analyst,
            ObjectMapper json,
            AuditTrail trail,
            InstantSource clock,
            Steps steps,
            Figures figures) {
        this.rows = rows;
        this.analyst = analyst;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
        this.steps = steps;
        this.figures = figures;
    }

    /** Never throws for trouble with the document or the engine; a database that is away ends in a lost lease. */
    Outcome run(Claim claim) {
        Outcome outcome = steps.job(claim.jobId(), claim.trace(), () -> tried(claim));
        figures.jobEnded(
                switch (outcome) {
                    case Outcome.Processed processed -> "done";
                    case Outcome.Failed failed -> "failed";
                    case Outcome.Undecided undecided -> "again";
                });
        return outcome;
    }

    private Outcome tried(Claim claim) {
        boolean redo = claim.upgrade() == Upgrade.REDO;
        if (claim.attempts() > (redo ? MAX_REDOS : MAX_ATTEMPTS)) {
            // Whoever held it before died each time: this document is what killed them.
            return fail(claim, ProblemType.LIMIT_EXCEEDED, "Processing was interrupted " + MAX_ATTEMPTS + " times.");
        }
        try {
            Finished finished = analyst.analyze(claim);
            if (redo && !finished.origin().engine().equals(Engines.CLAUDE)) {
                return putOff(claim, finished.redoAt());
            }
            return steps.step("store", () -> rows.finish(claim, finished, clock.millis()))
                    ? new Outcome.Processed(finished.results())
                    : new Outcome.Undecided();
        } catch (DocumentException e) {
            return fail(claim, ProblemType.of(e.reason()), String.valueOf(e.getMessage()));
        } catch (EngineException e) {
            return e.retryable() ? again(claim, e) : failed(claim, ProblemType.ENGINE_UNAVAILABLE, e);
        } catch (DamagedBlobException e) {
            return damaged(claim, ProblemType.FILE_DAMAGED, e);
        } catch (NoSuchFileException e) {
            return damaged(claim, ProblemType.FILE_MISSING, e);
        } catch (IOException e) {
            return again(claim, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return again(claim, e);
        }
    }

    /** Trying again would not help; a person has to, once the file is back. */
    private Outcome damaged(Claim claim, ProblemType type, IOException why) {
        AuditEntry entry = AuditEntry.bySystem(claim.tenant(), "job", Action.READ);
        trail.record(entry.about(claim.documentId())
                .detail("job " + claim.jobId() + ": " + type.name())
                .denied());
        return failed(claim, type, why);
    }

    /** The local result is stored already: a repetition of it is of no use. */
    private Outcome putOff(Claim claim, @Nullable Instant notBefore) {
        if (notBefore == null || claim.attempts() >= MAX_REDOS) {
            return fail(claim, ProblemType.ENGINE_UNAVAILABLE, "Claude did not answer; the local result stands.");
        }
        long longer = Duration.ofSeconds(15L << Math.min(claim.attempts(), 10)).toMillis();
        long pause = Math.min(longer, LONGEST_PAUSE.toMillis());
        rows.release(claim, Math.max(notBefore.toEpochMilli(), clock.millis() + pause));
        return new Outcome.Undecided();
    }

    private Outcome again(Claim claim, Throwable why) {
        if (claim.attempts() >= MAX_ATTEMPTS) {
            return failed(claim, ProblemType.INTERNAL, why);
        }
        LOG.warnf("job %d, attempt %d: %s", claim.jobId(), claim.attempts(), Incident.describe(why));
        rows.release(claim, clock.millis() + (FIRST_PAUSE_MILLIS << (claim.attempts() - 1)));
        return new Outcome.Undecided();
    }

    private Outcome failed(Claim claim, ProblemType type, Throwable why) {
        LOG.errorf("job %d failed: %s", claim.jobId(), Incident.describe(why));
        return fail(claim, type, ProblemReader.sentence(type));
    }

    private Outcome fail(Claim claim, ProblemType type, String detail) {
        boolean recorded = rows.fail(claim, write(Failure.of(type, detail)), clock.millis());
        return recorded ? new Outcome.Failed(type, detail) : new Outcome.Undecided();
    }

    private String write(Failure failure) {
        try {
            return json.writeValueAsString(failure);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
