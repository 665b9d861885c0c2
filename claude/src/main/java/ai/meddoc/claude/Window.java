package ai.meddoc.claude;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts long texts into stretches that overlap, each at a paragraph's or at least a line's end. Stateless. */
final class Window {

    /** The longest stretch, in characters: some 15,000 tokens, which leave time for the answer. */
    static final int LONGEST = 45_000;

    static final int OVERLAP = 1_500;

    private Window() {}

    /** In order; one for a text that is short enough, and one for an empty text. */
    static List<Span> over(String text) {
        return over(text, LONGEST, OVERLAP);
    }

    static List<Span> over(String text, int longest, int overlap) {
        List<Span> windows = new ArrayList<>();
        int start = 0;
        while (text.length() - start > longest) {
            int end = cut(text, start + longest / 2, start + longest);
            windows.add(new Span(start, end));
            start = lineStart(text, Math.max(start + 1, end - overlap), end);
        }
        windows.add(new Span(start, text.length()));
        return windows;
    }

    /** After the last blank line, else the last line, else the last blank between two places. */
    private static int cut(String text, int from, int to) {
        for (String mark : new String[] {"\n\n", "\n", " "}) {
            int at = text.lastIndexOf(mark, to - mark.length());
            if (at > from) {
                return at + mark.length();
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static int lineStart(String text, int from, int to) {
        int line = text.indexOf('\n', from);
        if (line >= 0 && line + 1 < to) {
            return line + 1;
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }
}
