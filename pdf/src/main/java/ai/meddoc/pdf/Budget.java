package ai.meddoc.pdf;

import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.extract.ExtractionLimits;

/**
 * What one document has used of its limits. Asked by the thread that reads; {@link #cancel()} may come from another.
 */
final class Budget {

    /** Deeper than any real nesting of forms, and shallow enough for the stack. */
    static final int DEEPEST_FORM = 12;

    static final int OPERATORS_PER_PAGE = 2_000_000;
    static final int FORMS_PER_PAGE = 20_000;
    private static final int LOOK_AT_CLOCK_EVERY = 256;

    private final ExtractionLimits limits;
    private final long deadline;
    private volatile boolean cancelled;
    private int operators;
    private int forms;
    private int asked;

    Budget(ExtractionLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    ExtractionLimits limits() {
        return limits;
    }

    void cancel() {
        cancelled = true;
    }

    /** Share of the time that is used, 0 to 1 and more. */
    double used() {
        long total = limits.time().toNanos();
        return 1 - (deadline - System.nanoTime()) / (double) total;
    }

    void startPage() {
        operators = 0;
        forms = 0;
    }

    /** @throws PageCut when the page draws more than any real page does */
    void operator() {
        if (++operators > OPERATORS_PER_PAGE) {
            throw new PageCut("draws more than " + OPERATORS_PER_PAGE + " operations");
        }
        if (++asked % LOOK_AT_CLOCK_EVERY == 0) {
            time();
        }
    }

    /** @throws PageCut when forms are nested or repeated beyond reason */
    void form(int depth) {
        time();
        if (depth > DEEPEST_FORM) {
            throw new PageCut("nests forms deeper than " + DEEPEST_FORM);
        }
        if (++forms > FORMS_PER_PAGE) {
            throw new PageCut("draws more than " + FORMS_PER_PAGE + " forms");
        }
    }

    /** @throws DocumentException when the time is up */
    void time() {
        if (cancelled || System.nanoTime() - deadline > 0) {
            throw outOfTime(limits);
        }
    }

    /** @throws DocumentException when there is more text than the limits allow */
    void characters(int length) {
        if (length > limits.characters()) {
            throw new DocumentException(
                    Reason.TOO_LARGE, "The document has more than " + limits.characters() + " characters, the limit.");
        }
    }

    static DocumentException outOfTime(ExtractionLimits limits) {
        return new DocumentException(
                Reason.LIMIT_EXCEEDED,
                "Reading the document took longer than " + limits.time().toSeconds() + " s, the limit.");
    }

    /** The rest of a page is given up; what was read stays. */
    static final class PageCut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PageCut(String message) {
            super(message, null, false, false);
        }
    }
}
