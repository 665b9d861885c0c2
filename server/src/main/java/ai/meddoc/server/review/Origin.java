package ai.meddoc.server.review;

import java.util.Locale;

/** Where a line of the review comes from. */
enum Origin {
    /** The engine gave the code. */
    CODED("c"),
    /** A rule refused the code. */
    REFUSED("r"),
    /** A coder added it. */
    ADDED("a");

    private final String prefix;

    Origin(String prefix) {
        this.prefix = prefix;
    }

    /** The line's name in the review, which stays the same whatever is decided. */
    String item(int number) {
        return prefix + number;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
