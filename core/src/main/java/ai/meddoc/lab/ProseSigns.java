package ai.meddoc.lab;

/** Small signs of running text around values. Stateless. */
final class ProseSigns {

    private ProseSigns() {}

    /** Whether no full stop, semicolon or empty line parts two offsets. */
    static boolean isOneClause(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ';'
                    || c == '.' && !Scan.isDigit(Scan.at(text, i + 1, to))
                    || c == '\n' && Scan.at(text, i + 1, to) == '\n') {
                return false;
            }
        }
        return true;
    }

    /** Reads unit, flag and marked range after a value; answers the offset after them. */
    static int bracketed(CharSequence text, TailReader tail, Draft draft, int from, int to) {
        return tail.tail(draft, from, Math.min(to, from + 60), true);
    }

    /** Whether what follows a bare number makes it something else than a value: a dose, a time, a count, part of a word. */
    static boolean isQuantity(CharSequence text, int numberEnd, int tailEnd, int to) {
        char next = Scan.at(text, numberEnd, to);
        if (tailEnd == numberEnd && (Scan.isLetter(next) || next == '%' || next == '/' || next == '\'')) {
            return true;
        }
        if (tailEnd == numberEnd && (next == '+' || isSpan(text, numberEnd, to))) {
            return true;
        }
        int word = numberEnd;
        while (word < to
                && (Scan.isSpace(text.charAt(word)) || text.charAt(word) == '\n' || text.charAt(word) == '-')) {
            word++;
        }
        return tailEnd == numberEnd && Units.isDose(text, word, to);
    }

    /** "130 to 150", "500 or 600". */
    private static boolean isSpan(CharSequence text, int from, int to) {
        int word = Scan.spaces(text, from, to);
        boolean joins = Scan.startsWith(text, word, to, "to") || Scan.startsWith(text, word, to, "or");
        return joins && Scan.isDigit(Scan.at(text, Scan.spaces(text, word + 2, to), to));
    }

    /** Offset of the second number after "/", "and", "&amp;" or ",", or -1. */
    static int afterPairSign(CharSequence text, int from, int to) {
        int at = Scan.spaces(text, from, to);
        char c = Scan.at(text, at, to);
        if (c == '%') {
            at = Scan.spaces(text, at + 1, to);
            c = Scan.at(text, at, to);
        }
        if (c == '/' || c == '&') {
            at++;
        } else if (Scan.startsWith(text, at, to, "and")) {
            at += 3;
        } else if (Scan.startsWith(text, at, to, "over")) {
            at += 4;
        } else {
            return -1;
        }
        at = Scan.spaces(text, at, to);
        return Scan.isDigit(Scan.at(text, at, to)) ? at : -1;
    }
}
