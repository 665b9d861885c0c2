package ai.meddoc.server.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a coder may decide; the names on the wire are part of the API. */
enum ReviewAction {
    ACCEPT(false),
    REJECT(true),
    /** Take another code instead. */
    AMEND(false),
    /** A code that the engine missed. */
    ADD(false),
    /** Overrule the rule that refused a code. */
    RESTORE(true),
    /** Which codes come first, and in which order. */
    SEQUENCE(false),
    /** Take back the newest decision on a code or on the sequence. */
    UNDO(false),
    FINISH(false),
    REOPEN(true);

    private final boolean needsReason;

    ReviewAction(boolean needsReason) {
        this.needsReason = needsReason;
    }

    boolean needsReason() {
        return needsReason;
    }

    /** Whether it changes a code or the sequence, and so can be taken back. */
    boolean changesCodes() {
        return this != UNDO && this != FINISH && this != REOPEN;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReviewAction> fromWireName(String name) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(name))
                .findFirst();
    }
}
