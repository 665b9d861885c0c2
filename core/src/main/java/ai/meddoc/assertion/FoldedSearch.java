package ai.meddoc.assertion;

import ai.meddoc.text.Span;

/** Finds a phrase in a text without regard to case and to the kind and amount of white space. */
final class FoldedSearch {

    private FoldedSearch() {}

    /**
     * The first place where the phrase stands as whole words and not as a label ("Pain: no pain"), else as a label, else
     * the first place at all, else an empty span.
     */
    static Span find(String text, String phrase) {
        String wanted = phrase.strip();
        Span first = new Span(0, 0);
        Span label = first;
        for (int i = 0; i < text.length() && !wanted.isEmpty(); i++) {
            int end = matchEnd(text, i, wanted);
            if (end < 0) {
                continue;
            }
            Span found = new Span(i, end);
            boolean whole = !isWord(text, i - 1) && !isWord(text, end);
            if (whole && (end >= text.length() || text.charAt(end) != ':')) {
                return found;
            }
            label = whole && label.length() == 0 ? found : label;
            first = first.length() == 0 ? found : first;
        }
        return label.length() > 0 ? label : first;
    }

    private static boolean isWord(String text, int index) {
        return index >= 0
                && index < text.length()
                && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '\'');
    }

    private static int matchEnd(String text, int from, String wanted) {
        int i = from;
        int w = 0;
        while (w < wanted.length()) {
            boolean blank = Character.isWhitespace(wanted.charAt(w));
            if (i >= text.length() || blank != Character.isWhitespace(text.charAt(i))) {
                return -1;
            }
            if (!blank && Character.toLowerCase(text.charAt(i)) != Character.toLowerCase(wanted.charAt(w))) {
                return -1;
            }
            i = blank ? skip(text, i) : i + 1;
            w = blank ? skip(wanted, w) : w + 1;
        }
        return i;
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
