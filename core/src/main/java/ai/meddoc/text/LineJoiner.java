package ai.meddoc.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes hard wrapping: finds the stretches of text that read on, one for each line or each run of lines that were one
 * before somebody wrapped them. Linear in the text. Stateless and thread-safe.
 */
final class LineJoiner {

    /** A shorter line did not run into a margin. */
    private static final int SHORTEST_WRAPPED = 45;

    private static final int NARROWEST_MARGIN = 55;
    private static final int WIDEST_MARGIN = 130;

    /** Proportional type: lines that run into the same margin differ by so many characters. */
    private static final int RAGGED = 12;

    /** Only this much of a line that ends in a full stop is looked at for an abbreviation. */
    private static final int LONGEST_WORD = 12;

    private final Abbreviations abbreviations;

    LineJoiner(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    /** Stretches in order, without surrounding white space. */
    List<Span> stretches(String text) {
        List<Span> joined = new ArrayList<>();
        List<TextLine> block = new ArrayList<>();
        for (TextLine line : lines(text)) {
            if (line.afterBlank()) {
                join(text, block, joined);
                block.clear();
            }
            block.add(line);
        }
        join(text, block, joined);
        return joined;
    }

    private static List<TextLine> lines(String text) {
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        boolean afterBlank = true;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            Span raw = new Span(start, end);
            if (isBlank(text, raw)) {
                afterBlank = true;
            } else {
                lines.add(TextLine.read(text, raw, afterBlank));
                afterBlank = false;
            }
            boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (pair ? 2 : 1);
        }
        return lines;
    }

    private static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !isLineBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000b' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isBlank(String text, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (!TextLine.isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void join(String text, List<TextLine> block, List<Span> joined) {
        int width = block.stream().mapToInt(TextLine::length).max().orElse(0);
        boolean wrapped = isWrapped(text, block, width);
        for (int i = 0; i < block.size(); i++) {
            Span span = block.get(i).span();
            while (i + 1 < block.size() && readsOn(text, block.get(i), block.get(i + 1), wrapped ? width : 0)) {
                i++;
                span = span.cover(block.get(i).span());
            }
            joined.add(span);
        }
    }

    /** Whether some long line goes on in lower case or with an amount, or all is in capitals: the block's width is then a margin. */
    private static boolean isWrapped(String text, List<TextLine> block, int width) {
        if (width < NARROWEST_MARGIN || width > WIDEST_MARGIN) {
            return false;
        }
        boolean capitals = true;
        for (int i = 0; i < block.size(); i++) {
            capitals &= block.get(i).isAllCaps(text);
            boolean after = i > 0 && block.get(i - 1).length() >= SHORTEST_WRAPPED;
            if (after && isContinued(text, block.get(i))) {
                return true;
            }
        }
        return capitals;
    }

    private boolean readsOn(String text, TextLine line, TextLine next, int margin) {
        if (next.item() || line.tabular() || next.tabular() || next.isLabelled(text) || isEnded(text, line)) {
            return false;
        }
        boolean open = endsOpen(text, line);
        if (isContinued(text, next)) {
            boolean hanging = line.item() && next.indent() > line.indent();
            return line.length() >= SHORTEST_WRAPPED || open || hanging;
        }
        boolean full = line.length() + 1 + next.firstWordLength(text) > margin - RAGGED;
        return line.length() >= SHORTEST_WRAPPED && full && (margin > 0 || open);
    }

    /** Whether a line begins as no sentence does. */
    private static boolean isContinued(String text, TextLine line) {
        return line.startsLowerCase(text) || line.startsWithAmount(text);
    }

    private boolean isEnded(String text, TextLine line) {
        char last = text.charAt(line.span().end() - 1);
        if (last != '.') {
            return "!?:;".indexOf(last) >= 0;
        }
        int end = line.span().end() - 1;
        int start = end;
        while (start > Math.max(line.span().start(), end - LONGEST_WORD)
                && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return !abbreviations.neverEnds(text.substring(start, end)) || line.length() < SHORTEST_WRAPPED;
    }

    /** A comma or a word that cannot be the last. */
    private static boolean endsOpen(String text, TextLine line) {
        int end = line.span().end();
        int start = end;
        while (start > line.span().start() && end - start < 5 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.charAt(end - 1) == ',' || Abbreviations.OPEN_WORDS.contains(text.substring(start, end));
    }
}
