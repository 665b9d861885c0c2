package ai.meddoc.server.review;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.terminology.Icd10CmReleases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows reviews and adds decisions; each answer and each refusal has its row in the audit trail. Thread-safe. */
@Singleton
public final class Reviews {

    private final Database database;
    private final AuditTrail trail;
    private final Decisions decisions;
    private final Icd10CmReleases releases;

    Reviews(Database database, AuditTrail trail, Decisions decisions, Icd10CmReleases releases) {
        this.database = database;
        this.trail = trail;
        this.decisions = decisions;
        this.releases = releases;
    }

    /**
     * Who asks for which review.
     *
     * @param version of the document's results; null for the newest
     * @param ifMatch the state that a decision was made on
     */
    record Asked(
            long document,
            String tenant,
            @Nullable Long version,
            @Nullable String ifMatch,
            AuditEntry entry) {}

    /** Empty if the tenant has no such document. */
    <T> Optional<T> show(Asked asked, Function<LoadedReview, T> view) {
        return within(asked, (connection, loaded) -> new Done<>(loaded, view.apply(loaded)));
    }

    Optional<ReviewReply> decide(Asked asked, DecisionRequest request) {
        return within(asked, (connection, loaded) -> {
            loaded.current().match(asked.ifMatch());
            Choice choice = decisions.choose(connection, loaded, request);
            LoadedReview next =
                    decisions.add(connection, loaded, choice, asked.entry().actor());
            next.review().refuseTwice();
            return new Done<>(next, ReviewReply.of(next));
        });
    }

    Optional<ReviewReply> finish(Asked asked) {
        return within(asked, (connection, loaded) -> {
            loaded.current().match(asked.ifMatch());
            loaded.review().refuseOpen();
            LoadedReview next =
                    decisions.finish(connection, loaded, asked.entry().actor());
            return new Done<>(next, ReviewReply.of(next));
        });
    }

    Agreement agreement(String tenant) {
        return database.read(connection -> Agreement.of(
                ReviewRows.finished(connection, tenant), ReviewRows.outcomes(connection, tenant), releases.newest()));
    }

    /** What is done with a review in its transaction. */
    @FunctionalInterface
    private interface Step<T> {
        Done<T> on(Connection connection, LoadedReview loaded) throws SQLException;
    }

    /** The answer, and the review as it is then. */
    private record Done<T>(LoadedReview loaded, T answer) {}

    private <T> Optional<T> within(Asked asked, Step<T> step) {
        AuditEntry entry = asked.entry().about(asked.document());
        try {
            return trail.disclose(
                            entry,
                            connection -> {
                                Optional<LoadedReview> loaded = decisions.load(connection, asked);
                                return loaded.isPresent()
                                        ? Optional.of(step.on(connection, loaded.get()))
                                        : Optional.<Done<T>>empty();
                            },
                            (open, done) -> done.loaded().describe(open))
                    .map(Done::answer);
        } catch (ProblemException e) {
            // Its row was rolled back with it; what was refused is remembered all the same.
            trail.record(entry.detail(e.type().name()).denied());
            throw e;
        }
    }
}
