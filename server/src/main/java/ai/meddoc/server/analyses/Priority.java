package ai.meddoc.server.analyses;

import ai.meddoc.server.problems.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How urgent a job is. */
public enum Priority {
    /** Somebody waits for it. */
    INTERACTIVE(1),
    /** One of many that nobody waits for. */
    BULK(8);

    private final int share;

    Priority(int share) {
        this.share = share;
    }

    /** How far a job moves its tenant's next one back: of eight turns seven are for those who wait, if any does. */
    int share() {
        return share;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority of(@Nullable String value, Priority otherwise) {
        return switch (value) {
            case null -> otherwise;
            case "interactive" -> INTERACTIVE;
            case "bulk" -> BULK;
            default -> throw ProblemException.malformed("priority must be interactive or bulk.");
        };
    }

    /** As stored. */
    static Priority at(long number) {
        return number == 0 ? INTERACTIVE : BULK;
    }
}
