package ai.meddoc.pdf;

import java.util.Arrays;
import java.util.List;

/** Writes a page's glyphs as text: a line per row, cells kept apart by at least two spaces and roughly in column. */
final class PageComposer {

    /** A gap this wide, in ems, is a space even where the file prints none. */
    private static final float WORD_GAP = 0.16f;

    private static final float PARAGRAPH_GAP = 1.75f;
    private static final float SAME_STEP = 1.2f;
    private static final int MOST_COLUMNS = 200;

    private final TextBuilder out;

    PageComposer(TextBuilder out) {
        this.out = out;
    }

    /** @param glyphs all in one reading direction */
    void compose(List<Glyph> glyphs) {
        List<PrintedLine> lines = ReadingOrder.of(LineFinder.find(glyphs));
        if (lines.isEmpty()) {
            return;
        }
        float unit = typicalAdvance(glyphs);
        float margin = Float.MAX_VALUE;
        for (PrintedLine line : lines) {
            margin = Math.min(margin, line.start());
        }
        ColumnStarts starts = new ColumnStarts(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && isApart(lines, i)) {
                out.blanks('\n', 1);
            }
            write(lines.get(i), margin, unit, starts);
        }
    }

    /** A wide step is a paragraph's end, unless the steps around it are as wide: rows of a table, double spacing. */
    private static boolean isApart(List<PrintedLine> lines, int i) {
        float step = step(lines, i);
        if (step < 0) {
            return true;
        }
        float size = Math.max(lines.get(i).size(), lines.get(i - 1).size());
        float before = i > 1 ? step(lines, i - 1) : step;
        float after = i + 1 < lines.size() ? step(lines, i + 1) : step;
        float usual = before < 0 || after < 0 ? Math.max(before, after) : Math.min(before, after);
        return step > PARAGRAPH_GAP * size && step > SAME_STEP * usual || step > 3 * PARAGRAPH_GAP * size;
    }

    private static float step(List<PrintedLine> lines, int i) {
        return lines.get(i).across() - lines.get(i - 1).across();
    }

    /** The median character's width: the width of a column of text. */
    private static float typicalAdvance(List<Glyph> glyphs) {
        float[] advances = new float[glyphs.size()];
        int n = 0;
        for (Glyph g : glyphs) {
            if (!g.isSpace() && g.advance() > 0) {
                advances[n++] = g.advance() / g.text().length();
            }
        }
        if (n == 0) {
            return 5;
        }
        Arrays.sort(advances, 0, n);
        return Math.max(0.5f, advances[n / 2]);
    }

    private void write(PrintedLine line, float margin, float unit, ColumnStarts starts) {
        boolean isRow = ColumnStarts.isRow(line);
        int start = out.length();
        List<Glyph> glyphs = line.glyphs();
        float wordGap = wordGap(line);
        out.blanks(' ', column(glyphs.getFirst(), margin, unit));
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph g = glyphs.get(i);
            if (i > 0) {
                if (starts.cellBefore(line, i, isRow)) {
                    int column = column(g, margin, unit);
                    out.blanks(' ', Math.max(2, column - (out.length() - start)));
                } else if (line.spaceBefore(i) || line.gapBefore(i) > wordGap * g.size()) {
                    out.blanks(' ', 1);
                }
            }
            out.append(g);
        }
        out.blanks('\n', 1);
    }

    private static int column(Glyph g, float margin, float unit) {
        return Math.max(0, Math.min(MOST_COLUMNS, Math.round((g.along() - margin) / unit)));
    }

    /** Letter-spaced print has gaps between all its letters; then only wider ones part words. */
    private static float wordGap(PrintedLine line) {
        int n = line.glyphs().size();
        if (n < 6) {
            return WORD_GAP;
        }
        float[] gaps = new float[n - 1];
        for (int i = 1; i < n; i++) {
            Glyph g = line.glyphs().get(i);
            gaps[i - 1] = g.text().length() > 1 ? 0 : line.gapBefore(i) / Math.max(0.1f, g.size());
        }
        Arrays.sort(gaps);
        float median = gaps[(n - 1) / 2];
        return median > 0.06f && median < PrintedLine.CELL_GAP ? WORD_GAP + 1.3f * median : WORD_GAP;
    }
}
