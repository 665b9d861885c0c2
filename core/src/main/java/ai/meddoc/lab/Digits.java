package ai.meddoc.lab;

/** Plain decimal numbers: optional minus, thousands commas, decimal point. Stateless. */
final class Digits {

    private static final int LONGEST = 15;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

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

    /** The same, where a comma before one or two digits is a decimal one ("4,0"). */
    static int endWithComma(CharSequence text, int from, int to) {
        int end = end(text, from, to);
        if (end < 0 || Scan.at(text, end, to) != ',') {
            return end;
        }
        int decimals = end + 1;
        while (Scan.isDigit(Scan.at(text, decimals, to))) {
            decimals++;
        }
        return decimals > end + 1 && decimals <= end + 3 ? decimals : end;
    }

    /** The value of a number whose end {@link #endWithComma} gave. */
    static double valueWithComma(CharSequence text, int from, int end) {
        int comma = end - 1;
        while (comma > from && comma >= end - 3 && text.charAt(comma) != ',') {
            comma--;
        }
        int decimals = end - comma - 1;
        if (comma <= from || text.charAt(comma) != ',' || decimals > 2) {
            return value(text, from, end);
        }
        return value(text, from, comma) + value(text, comma + 1, end) / POWERS_OF_TEN[decimals];
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

    /** The value of a number whose end {@link #end} gave: its digits over a power of ten, both exact, so rightly rounded. */
    static double value(CharSequence text, int from, int end) {
        long digits = 0;
        int decimals = -1;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                decimals = 0;
            } else if (Scan.isDigit(c)) {
                digits = digits * 10 + c - '0';
                decimals += decimals < 0 ? 0 : 1;
            }
        }
        double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        char first = text.charAt(from);
        return first == '-' || first == '\u2212' ? -value : value;
    }
}
