package ai.meddoc.server.problems;

import org.jspecify.annotations.Nullable;

/** Reads numbers of a query. */
public final class Numbers {

    private Numbers() {}

    public static @Nullable Long positive(@Nullable String value, String field) {
        if (value == null) {
            return null;
        }
        Long number = parsed(value);
        if (number != null && number > 0) {
            return number;
        }
        throw ProblemException.malformed(field + " must be a positive whole number.");
    }

    /** Between 1 and the most allowed. */
    public static int upTo(int most, @Nullable String value, String field, int otherwise) {
        Long number = value == null ? Long.valueOf(otherwise) : parsed(value);
        if (number == null || number < 1 || number > most) {
            throw ProblemException.malformed(field + " must be a whole number from 1 to " + most + ".");
        }
        return number.intValue();
    }

    private static @Nullable Long parsed(String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
