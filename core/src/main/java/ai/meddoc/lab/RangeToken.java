package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/**
 * A reference range as printed, with the unit that stands inside its bracket: "70-99", "(3.5 - 5.2)", "&lt; 5.0", "&gt;= 60", "Up to 40", "Ref: 7-20",
 * "M: 13.5-17.5 F: 12.0-16.0".
 *
 * @param unitStart where the unit inside the bracket starts; {@code unitEnd} when there is none
 */
record RangeToken(int start, int end, ReferenceRange range, int unitStart, int unitEnd) {

    RangeToken(int start, int end, ReferenceRange range) {
        this(start, end, range, end, end);
    }

    private static final String[] LABELS = {
        "reference range",
        "standard range",
        "expected range",
        "reference values",
        "reference value",
        "biological reference interval",
        "reference interval",
        "reference",
        "ref range",
        "ref. range",
        "ref",
        "normal range",
        "normal",
        "nl",
        "range",
        "rr",
        "optimal",
        "desirable",
        "adult",
        "adults",
        "non-diabetic",
        "nondiabetic",
        "desired range"
    };
    private static final String[] UPPER = {"up to", "under", "below", "less than or equal to", "less than"};
    private static final String[] LOWER = {"over", "above", "greater than or equal to", "greater than", "at least"};

    /** The range at an offset, or null. */
    static @Nullable RangeToken at(CharSequence text, int from, int to, Patient patient) {
        int at = from;
        char open = Scan.at(text, from, to);
        boolean bracket = open == '(' || open == '[';
        if (bracket) {
            at = Scan.spaces(text, from + 1, to);
        }
        at = label(text, at, to);
        RangeToken bare = SexRanges.at(text, at, to, patient);
        if (bare == null) {
            bare = bare(text, at, to);
        }
        if (bare == null || !bracket) {
            return bare == null ? null : new RangeToken(from, bare.end, bare.range);
        }
        int inside = Scan.spaces(text, bare.end, to);
        int unit = Math.max(inside, Units.end(text, inside, to));
        int close = Scan.spaces(text, unit, to);
        char c = Scan.at(text, close, to);
        return c == ')' || c == ']' ? new RangeToken(from, close + 1, bare.range, inside, unit) : null;
    }

    static int label(CharSequence text, int from, int to) {
        for (String label : LABELS) {
            if (Scan.startsWith(text, from, to, label)) {
                int at = from + label.length();
                while (at < to && (Scan.isSpace(text.charAt(at)) || ":.,=".indexOf(text.charAt(at)) >= 0)) {
                    at++;
                }
                return at;
            }
        }
        return from;
    }

    /** A range without label and brackets. */
    static @Nullable RangeToken bare(CharSequence text, int from, int to) {
        RangeToken open = oneSided(text, from, to);
        if (open != null) {
            return open;
        }
        int lowEnd = Digits.endWithComma(text, from, to);
        if (lowEnd < 0) {
            return null;
        }
        int separator = Scan.spaces(text, lowEnd, to);
        int next = separatorEnd(text, separator, to);
        int high = next < 0 ? -1 : Scan.spaces(text, next, to);
        int highEnd = high < 0 ? -1 : Digits.endWithComma(text, high, to);
        if (highEnd < 0 || isDateOrTime(text, highEnd, to)) {
            return null;
        }
        double low = Digits.valueWithComma(text, from, lowEnd);
        double top = Digits.valueWithComma(text, high, highEnd);
        return low <= top ? new RangeToken(from, highEnd, new ReferenceRange(low, top)) : null;
    }

    private static boolean isDateOrTime(CharSequence text, int end, int to) {
        char c = Scan.at(text, end, to);
        return (c == '-' || c == '/' || c == ':') && Scan.isDigit(Scan.at(text, end + 1, to));
    }

    private static int separatorEnd(CharSequence text, int at, int to) {
        if (Scan.isDash(Scan.at(text, at, to))) {
            return at + 1;
        }
        return Scan.startsWith(text, at, to, "to") ? at + 2 : -1;
    }

    private static @Nullable RangeToken oneSided(CharSequence text, int from, int to) {
        String comparator = Comparators.at(text, from, to);
        int end = comparator.isEmpty() ? -1 : Comparators.end(text, from, to);
        boolean upper = comparator.startsWith("<");
        if (end < 0) {
            end = wordEnd(text, from, to, UPPER);
            upper = end >= 0;
            end = upper ? end : wordEnd(text, from, to, LOWER);
        }
        int number = end < 0 ? -1 : Scan.spaces(text, Scan.at(text, end, to) == '=' ? end + 1 : end, to);
        int numberEnd = number < 0 ? -1 : Digits.endWithComma(text, number, to);
        if (numberEnd < 0) {
            return null;
        }
        double bound = Digits.valueWithComma(text, number, numberEnd);
        return new RangeToken(
                from, numberEnd, upper ? new ReferenceRange(null, bound) : new ReferenceRange(bound, null));
    }

    private static int wordEnd(CharSequence text, int from, int to, String[] words) {
        for (String word : words) {
            if (Scan.startsWith(text, from, to, word)) {
                return from + word.length();
            }
        }
        return -1;
    }
}
