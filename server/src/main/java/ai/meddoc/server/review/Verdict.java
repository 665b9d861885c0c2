package ai.meddoc.server.review;

import java.util.Locale;

/** How things stand with a line of the review. */
enum Verdict {
    /** Not decided yet. */
    OPEN,
    ACCEPTED,
    AMENDED,
    REJECTED,
    ADDED,
    /** A rule refused it, and nobody overruled the rule. */
    REFUSED,
    /** The rule that refused it was overruled. */
    RESTORED;

    /** Whether a decided line with this verdict belongs to the final codes. */
    boolean isKept() {
        return this == ACCEPTED || this == AMENDED || this == ADDED || this == RESTORED;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
