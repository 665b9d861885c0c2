package ai.meddoc.lab;

/** "&lt;", "&ge;", "less than" and their like. Stateless. */
final class Comparators {

    private static final String[] WORDS = {
        "less than or equal to", "less than", "greater than or equal to", "greater than", "more than"
    };
    private static final String[] MEANT = {"<=", "<", ">=", ">", ">"};

    private Comparators() {}

    /** The comparator at an offset as on {@link LabResult}, empty when there is none. */
    static String at(CharSequence text, int from, int to) {
        char c = Scan.at(text, from, to);
        boolean equal = Scan.at(text, from + 1, to) == '=';
        switch (c) {
            case '<':
                return equal ? "<=" : "<";
            case '>':
                return equal ? ">=" : ">";
            case '\u2264':
                return "<=";
            case '\u2265':
                return ">=";
            default:
                int word = word(text, from, to);
                return word < 0 ? "" : MEANT[word];
        }
    }

    /** Offset after the comparator that {@link #at} found. */
    static int end(CharSequence text, int from, int to) {
        char c = Scan.at(text, from, to);
        if (c == '\u2264' || c == '\u2265') {
            return from + 1;
        }
        if (c == '<' || c == '>') {
            return Scan.at(text, from + 1, to) == '=' ? from + 2 : from + 1;
        }
        return from + WORDS[word(text, from, to)].length();
    }

    private static int word(CharSequence text, int from, int to) {
        char c = Scan.at(text, from, to);
        if (c == 'l' || c == 'L' || c == 'g' || c == 'G' || c == 'm' || c == 'M') {
            for (int i = 0; i < WORDS.length; i++) {
                if (Scan.startsWith(text, from, to, WORDS[i])) {
                    return i;
                }
            }
        }
        return -1;
    }
}
