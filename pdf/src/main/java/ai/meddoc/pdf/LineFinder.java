package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the lines of a page: glyphs whose baselines agree, with raised and lowered small print joined to its line. */
final class LineFinder {

    /** Baselines closer than this share of the em are one line: rounding, sloppy cells, a scan's skew. */
    private static final float SAME_BASELINE = 0.3f;

    private static final float SMALL_PRINT = 0.85f;
    private static final float RAISED_AT_MOST = 0.55f;

    /** Exponents and marks are few; a whole line of small print is a line of its own. */
    private static final int MOST_SMALL = 60;

    private LineFinder() {}

    /** Lines from top to bottom, none of them empty. */
    static List<PrintedLine> find(List<Glyph> glyphs) {
        List<List<Glyph>> rows = joinSmallPrint(rows(glyphs));
        List<PrintedLine> lines = new ArrayList<>(rows.size());
        for (List<Glyph> row : rows) {
            PrintedLine line = PrintedLine.of(row);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<List<Glyph>> rows(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::across));
        List<List<Glyph>> rows = new ArrayList<>();
        List<Glyph> row = new ArrayList<>();
        float baseline = 0;
        for (Glyph g : sorted) {
            // The tolerance is that of the smaller print, so that a big heading does not swallow what follows it.
            if (!row.isEmpty()
                    && g.across() - baseline
                            > SAME_BASELINE * Math.min(g.size(), row.getFirst().size())) {
                rows.add(row);
                row = new ArrayList<>();
            }
            if (row.isEmpty()) {
                baseline = g.across();
            }
            row.add(g);
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static List<List<Glyph>> joinSmallPrint(List<List<Glyph>> rows) {
        List<List<Glyph>> joined = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<Glyph> row = rows.get(i);
            List<Glyph> above = joined.isEmpty() ? null : joined.getLast();
            if (above != null && belongs(row, above)) {
                above.addAll(row);
            } else if (i + 1 < rows.size() && belongs(row, rows.get(i + 1))) {
                rows.get(i + 1).addAll(row);
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    private static boolean belongs(List<Glyph> small, List<Glyph> line) {
        float size = sizeOf(line);
        float distance = Math.abs(small.getFirst().across() - line.getFirst().across());
        if (sizeOf(small) > SMALL_PRINT * size || distance > RAISED_AT_MOST * size || small.size() > MOST_SMALL) {
            return false;
        }
        for (Glyph g : small) {
            if (!g.isSpace() && !touches(g, line, size)) {
                return false;
            }
        }
        return true;
    }

    /** Beside some glyph of the line, or of small print already joined to it. */
    private static boolean touches(Glyph g, List<Glyph> line, float size) {
        for (Glyph other : line) {
            if (g.along() < other.end() + 3 * size && other.along() < g.end() + 3 * size) {
                return true;
            }
        }
        return false;
    }

    private static float sizeOf(List<Glyph> row) {
        float most = 0;
        for (Glyph g : row) {
            most = Math.max(most, g.size());
        }
        return most;
    }
}
