package ai.meddoc.server.problems;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads calendar dates of a query or a form. */
public final class Dates {

    private Dates() {}

    /** Null where there is none. */
    public static @Nullable LocalDate of(@Nullable String value, String field) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw ProblemException.malformed(field + " must be a date such as 2026-04-01.");
        }
    }
}
