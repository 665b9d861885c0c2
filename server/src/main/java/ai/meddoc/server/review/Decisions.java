package ai.meddoc.server.review;

import ai.meddoc.server.analyses.CodeList;
import ai.meddoc.server.analyses.DocumentTextReply;
import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads reviews from the database and adds decisions to them, within a transaction of the caller's. Thread-safe. */
@Singleton
final class Decisions {

    private static final int DATE = "2026-04-01".length();

    private final Icd10CmReleases releases;
    private final ObjectMapper json;
    private final SealedColumns columns;
    private final InstantSource clock;

    Decisions(Icd10CmReleases releases, ObjectMapper json, SealedColumns columns, InstantSource clock) {
        this.releases = releases;
        this.json = json;
        this.columns = columns;
        this.clock = clock;
    }

    /**
     * Empty if the tenant has no such document.
     *
     * @throws ProblemException if it has no such results
     */
    Optional<LoadedReview> load(Connection connection, Reviews.Asked asked) throws SQLException {
        Optional<ReviewRows.Found> found =
                ReviewRows.find(connection, columns, asked.document(), asked.tenant(), asked.version());
        return found.isPresent() ? Optional.of(load(connection, found.get(), asked)) : Optional.empty();
    }

    private LoadedReview load(Connection connection, ReviewRows.Found found, Reviews.Asked asked) throws SQLException {
        ReviewedAnalysis analysis = found.analysis().orElseThrow(() -> absent(asked));
        List<Proposal> proposals = Proposal.of(codes(analysis.results()));
        return new LoadedReview(
                analysis,
                ReviewRows.reviewed(connection, analysis.documentId()),
                Review.of(
                        proposals,
                        ReviewRows.decisions(connection, columns, analysis, text -> read(text, Choice.class))));
    }

    private static ProblemException absent(Reviews.Asked asked) {
        return asked.version() == null
                ? Review.conflict("The document has no results yet, so there is nothing to review.")
                : ProblemException.notFound(
                        "There is no document " + asked.document() + " with a version " + asked.version() + ".");
    }

    /** @throws ProblemException if the review, the release or the text does not allow it */
    Choice choose(Connection connection, LoadedReview loaded, DecisionRequest request) throws SQLException {
        // Read only where a quote has to be checked: a text can be as long as a book.
        boolean quotes = request.evidenceSpans() != null;
        Quotes text = quotes
                ? new Quotes(read(ReviewRows.text(connection, columns, loaded.analysis()), DocumentTextReply.class))
                : Quotes.NONE;
        return new Choices(loaded.review(), release(loaded.analysis().terminologyRelease()), text).of(request);
    }

    /** @throws ProblemException if somebody else decided meanwhile */
    LoadedReview add(Connection connection, LoadedReview loaded, Choice choice, Actor actor) throws SQLException {
        ReviewDecision decision = decision(loaded, choice, actor);
        insert(connection, loaded, decision);
        return loaded.with(decision);
    }

    /** Adds what the review came to as well. */
    LoadedReview finish(Connection connection, LoadedReview loaded, Actor actor) throws SQLException {
        ReviewDecision decision = decision(loaded, Choice.of(ReviewAction.FINISH, null), actor);
        long finish = insert(connection, loaded, decision);
        ReviewRows.add(connection, loaded.analysis().documentId(), finish, Outcome.of(loaded.review()));
        return loaded.with(decision);
    }

    private ReviewDecision decision(LoadedReview loaded, Choice choice, Actor actor) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new ReviewDecision(loaded.review().revision() + 1, now, actor.name(), choice);
    }

    private long insert(Connection connection, LoadedReview loaded, ReviewDecision decision) throws SQLException {
        return ReviewRows.add(connection, columns, loaded.analysis(), decision, write(decision.choice()))
                .orElseThrow(() -> loaded.current().stale());
    }

    /** The release that the codes were taken from. */
    private Icd10Cm release(String name) {
        try {
            LocalDate from = LocalDate.parse(name.substring(Math.max(0, name.length() - DATE)));
            Icd10Cm release = releases.inForce(from).release();
            if (release.release().equals(name)) {
                return release;
            }
        } catch (DateTimeException e) {
            // Results of before releases were noted: no release is theirs.
        }
        throw Review.conflict(
                "The ICD-10-CM release that the codes are from is not at hand: run on the document again.");
    }

    private CodeList codes(String results) {
        try {
            return json.treeToValue(json.readTree(results).path("codes"), CodeList.class);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private String write(Choice choice) {
        try {
            return json.writeValueAsString(choice);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Ours, not the caller's: the message of the cause could quote what was stored. */
    private static UncheckedIOException unreadable(JsonProcessingException e) {
        e.clearLocation();
        return new UncheckedIOException("stored JSON cannot be read", e);
    }
}
