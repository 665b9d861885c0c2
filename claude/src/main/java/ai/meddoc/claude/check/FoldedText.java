package ai.meddoc.claude.check;

import ai.meddoc.text.Span;
import java.util.Arrays;

/** A text in small letters with single spaces and plain signs, each character of which knows where it came from. Immutable. */
final class FoldedText {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static FoldedText of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        for (int i = 0; i < original.length(); i++) {
            char c = plain(original.charAt(i));
            boolean blank = c == ' ';
            if (blank && !text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                ends[text.length() - 1] = i + 1;
            } else {
                starts[text.length()] = i;
                ends[text.length()] = i + 1;
                text.append(c);
            }
        }
        return new FoldedText(
                text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201b', '\u2032' -> '\'';
            case '\u201c', '\u201d', '\u201e' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : Character.toLowerCase(c);
        };
    }

    String text() {
        return text;
    }

    /** The original characters of a stretch that is not empty. */
    Span original(int start, int end) {
        return new Span(starts[start], ends[end - 1]);
    }
}
