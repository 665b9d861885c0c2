package ai.meddoc.server.review;

import ai.meddoc.server.audit.AuditEntry;
import java.util.List;

/**
 * A review with what it is about.
 *
 * @param reviewed versions of the document's results that somebody decided on
 */
record LoadedReview(ReviewedAnalysis analysis, List<Integer> reviewed, Review review) {

    Revision current() {
        return new Revision(analysis.version(), review.revision());
    }

    LoadedReview with(ReviewDecision next) {
        return new LoadedReview(analysis, reviewed, review.and(next));
    }

    /** For the trail: numbers, and the results that were shown. */
    AuditEntry describe(AuditEntry entry) {
        return entry.job(analysis.jobId())
                .showing(analysis.results())
                .detail("version " + analysis.version() + " revision " + review.revision());
    }
}
