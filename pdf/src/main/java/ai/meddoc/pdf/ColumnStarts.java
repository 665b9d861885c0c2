package ai.meddoc.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the cells of a page's tables begin. A cell that fills its column leaves too narrow a gap to show where the next
 * begins; the rows around it show it.
 */
final class ColumnStarts {

    private static final int FEWEST_ROWS = 2;
    private static final float SMALLEST_GAP = 0.2f;

    private final Map<Integer, Integer> rowsByStart = new HashMap<>();

    ColumnStarts(List<PrintedLine> lines) {
        for (PrintedLine line : lines) {
            for (int i = 1; i < line.glyphs().size(); i++) {
                if (line.cellBefore(i)) {
                    rowsByStart.merge(Math.round(line.glyphs().get(i).along()), 1, Integer::sum);
                }
            }
        }
    }

    /** Whether a cell begins at glyph {@code i}, which follows another on its line. */
    boolean cellBefore(PrintedLine line, int i, boolean isRow) {
        if (line.cellBefore(i)) {
            return true;
        }
        Glyph g = line.glyphs().get(i);
        if (!isRow || line.gapBefore(i) < SMALLEST_GAP * g.size()) {
            return false;
        }
        int at = Math.round(g.along());
        return rowsAt(at) + rowsAt(at - 1) + rowsAt(at + 1) >= FEWEST_ROWS;
    }

    /** Whether the line has cells at all: in running text, words start where they like. */
    static boolean isRow(PrintedLine line) {
        for (int i = 1; i < line.glyphs().size(); i++) {
            if (line.cellBefore(i)) {
                return true;
            }
        }
        return false;
    }

    private int rowsAt(int start) {
        return rowsByStart.getOrDefault(start, 0);
    }
}
