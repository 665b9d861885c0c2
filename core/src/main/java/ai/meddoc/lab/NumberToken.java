package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/**
 * A number with its comparator, where one can be a value: no date, time, ratio, range or ordinal.
 *
 * @param start offset of the comparator, or of the number when there is none
 * @param end offset after the last digit
 * @param comparator as on {@link LabResult}
 */
record NumberToken(int start, int end, double value, String comparator) {

    /** The number at an offset, or null when none starts there. */
    static @Nullable NumberToken at(CharSequence text, int from, int to) {
        int at = from;
        String comparator = Comparators.at(text, from, to);
        if (!comparator.isEmpty()) {
            at = Scan.spaces(text, Comparators.end(text, from, to), to);
        }
        int digits = Digits.end(text, at, to);
        if (digits < 0 || isFootnote(text, at, digits) || isPartOfMore(text, digits, to)) {
            return null;
        }
        return new NumberToken(from, digits, Digits.value(text, at, digits), comparator);
    }

    /** "01" behind a name tells which laboratory did the test; no value is written so. */
    private static boolean isFootnote(CharSequence text, int from, int end) {
        return end - from == 2 && text.charAt(from) == '0' && Scan.isDigit(text.charAt(from + 1));
    }

    /** Whether what follows makes the digits a date, a time, a range, an ordinal or a longer number. */
    private static boolean isPartOfMore(CharSequence text, int end, int to) {
        char next = Scan.at(text, end, to);
        char after = Scan.at(text, end + 1, to);
        if (next == '/' || next == ':' || next == ',' || next == '.') {
            return Scan.isDigit(after)
                    && !(next == ',' && Scan.isDigit(Scan.at(text, end - 1, to)) && isListComma(text, end, to));
        }
        if (Scan.isDash(next) || next == '\'' || next == '"') {
            return true;
        }
        return isOrdinal(next, after) || isSpacedRange(text, end, to);
    }

    /** "138,4.1": a comma between two results, not within a number. */
    private static boolean isListComma(CharSequence text, int comma, int to) {
        int digits = 0;
        while (Scan.isDigit(Scan.at(text, comma + 1 + digits, to))) {
            digits++;
        }
        return digits != 3;
    }

    private static boolean isOrdinal(char next, char after) {
        return next == 's' && after == 't'
                || next == 'n' && after == 'd'
                || next == 'r' && after == 'd'
                || next == 't' && after == 'h';
    }

    private static boolean isSpacedRange(CharSequence text, int end, int to) {
        int dash = Scan.spaces(text, end, to);
        if (dash == end || !Scan.isDash(Scan.at(text, dash, to))) {
            return false;
        }
        int next = Scan.spaces(text, dash + 1, to);
        return next > dash + 1 && Scan.isDigit(Scan.at(text, next, to)) && !isDigitBeforeLetters(text, next, to);
    }

    private static boolean isDigitBeforeLetters(CharSequence text, int at, int to) {
        int end = Digits.end(text, at, to);
        return end < 0 || Character.isLetter(Scan.at(text, end, to));
    }
}
