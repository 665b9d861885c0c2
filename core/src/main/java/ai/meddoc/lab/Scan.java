package ai.meddoc.lab;

/** Looking at characters within bounds. Stateless. */
final class Scan {

    private Scan() {}

    /** The character at an offset, or 0 from {@code to} on. */
    static char at(CharSequence text, int index, int to) {
        return index >= 0 && index < to ? text.charAt(index) : 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isDash(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '\u2212' || c == '~';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    /** Offset after blanks and tabs. */
    static int spaces(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Offset after the last character that is not white space. */
    static int trimEnd(CharSequence text, int from, int to) {
        int at = to;
        while (at > from && (isSpace(text.charAt(at - 1)) || text.charAt(at - 1) < ' ')) {
            at--;
        }
        return at;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 128 && Character.isLetter(c);
    }

    static boolean hasLetter(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of {@code text} ignoring case stands at an offset. */
    static boolean startsWith(CharSequence text, int from, int to, String word) {
        if (from + word.length() > to) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(text.charAt(from + i)) != word.charAt(i)) {
                return false;
            }
        }
        return !Character.isLetterOrDigit(at(text, from + word.length(), to));
    }

    /** Lower case, micro signs as u, every run of other signs than letters, digits, % and # as one blank. */
    static String words(CharSequence text, int from, int to) {
        StringBuilder words = new StringBuilder(to - from);
        boolean gap = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean sign = c == '%' || c == '#';
            if (sign || Character.isLetterOrDigit(c)) {
                if ((gap || sign) && words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                    words.append(' ');
                }
                words.append(Character.toLowerCase(c));
                gap = sign;
            } else {
                gap = true;
            }
        }
        return words.toString();
    }
}
