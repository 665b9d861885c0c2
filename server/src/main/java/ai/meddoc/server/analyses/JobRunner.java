package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentException;
import ai.meddoc.engine.EngineException;
import ai.meddoc.server.problems.Failure;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Does one claimed job and records how it ended. Thread-safe. */
@Singleton
final class JobRunner {

    private static final Logger LOG = Logger.getLogger("meddoc.jobs");
    private static final int MAX_ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 1_000;

    private final JobRows rows;
    private final DocumentAnalyst analyst;
    private final ObjectMapper json;
    private final InstantSource clock;

    JobRunner(JobRows rows, DocumentAnalyst analyst, ObjectMapper json, InstantSource clock) {
        this.rows = rows;
        this.analyst = analyst;
        this.json = json;
        this.clock = clock;
    }

    /** Never throws for trouble with the document or the engine; a database that is away ends in a lost lease. */
    Outcome run(Claim claim) {
        if (claim.attempts() > MAX_ATTEMPTS) {
            // Whoever held it before died each time: this document is what killed them.
            return fail(claim, ProblemType.LIMIT_EXCEEDED, "Processing was interrupted " + MAX_ATTEMPTS + " times.");
        }
        try {
            Finished finished = analyst.analyze(claim);
            return rows.finish(claim, finished, clock.millis())
                    ? new Outcome.Processed(finished.results())
                    : new Outcome.Undecided();
        } catch (DocumentException e) {
            return fail(claim, ProblemType.of(e.reason()), String.valueOf(e.getMessage()));
        } catch (EngineException e) {
            return e.retryable() ? again(claim, e) : failed(claim, ProblemType.ENGINE_UNAVAILABLE, e);
        } catch (IOException e) {
            return again(claim, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return again(claim, e);
        }
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
