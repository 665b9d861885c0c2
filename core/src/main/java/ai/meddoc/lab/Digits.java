package ai.meddoc.lab;

/** Plain decimal numbers: optional minus, thousands commas, decimal point. Stateless. */
final class Digits {

    private static final int LONGEST = 15;

    private Digits() {}

    /** Offset after the number that starts at {@code from}, or -1. */
    static int end(CharSequence text, int from, int to) {
        int at = from;
        if (isMinus(text, from, to)) {
            at++;
        }
        int start = at;
        while (at < to && Scan.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - start <= 3 && at > start) {
            at = thousands(text, at, to);
        }
        if (Scan.at(text, at, to) == '.' && Scan.isDigit(Scan.at(text, at + 1, to))) {
            at++;
            while (at < to && Scan.isDigit(text.charAt(at))) {
                at++;
            }
        }
        return at == start || at - start > LONGEST ? -1 : at;
    }

    private static boolean isMinus(CharSequence text, int at, int to) {
        char c = Scan.at(text, at, to);
        return (c == '-' || c == '\u2212') && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static int thousands(CharSequence text, int from, int to) {
        int at = from;
        while (Scan.at(text, at, to) == ','
                && Scan.isDigit(Scan.at(text, at + 1, to))
                && Scan.isDigit(Scan.at(text, at + 2, to))
                && Scan.isDigit(Scan.at(text, at + 3, to))
                && !Scan.isDigit(Scan.at(text, at + 4, to))) {
            at += 4;
        }
        return at;
    }

    /** The value of a number whose end {@link #end} gave. */
    static double value(CharSequence text, int from, int end) {
        StringBuilder digits = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\u2212') {
                digits.append('-');
            } else if (c != ',') {
                digits.append(c);
            }
        }
        return Double.parseDouble(digits.toString());
    }
}
