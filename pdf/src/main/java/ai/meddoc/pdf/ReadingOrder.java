package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a person reads the lines of a page: from top to bottom, except that columns of prose are read one
 * after the other. Tables have gutters too and must stay row by row; what tells them apart is that prose fills its
 * columns with words.
 */
final class ReadingOrder {

    private static final int FEWEST_LINES = 4;
    private static final float GUTTER_STEP = 4;
    private static final float WORDS_OF_PROSE = 3.5f;
    private static final float LETTERS_OF_PROSE = 0.7f;
    private static final float FILLED = 0.55f;
    private static final int DEEPEST = 4;

    private ReadingOrder() {}

    /** Lines in reading order; those of parallel columns come out as lines of their own. */
    static List<PrintedLine> of(List<PrintedLine> lines) {
        List<PrintedLine> ordered = new ArrayList<>(lines.size() * 2);
        List<List<PrintedLine>> rows = new ArrayList<>(lines.size());
        int parted = 0;
        for (PrintedLine line : lines) {
            List<PrintedLine> segments = line.segments();
            parted += segments.size() > 1 ? 1 : 0;
            rows.add(segments);
        }
        if (parted * 2 < FEWEST_LINES && !isStaggered(lines)) {
            return lines;
        }
        order(rows, ordered, 0);
        return ordered;
    }

    /** Columns whose baselines do not agree leave no line with a gap, but many that overlap in height. */
    private static boolean isStaggered(List<PrintedLine> lines) {
        int close = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).across() - lines.get(i - 1).across()
                    < 0.8f * lines.get(i).size()) {
                close++;
            }
        }
        return close >= FEWEST_LINES;
    }

    private static void order(List<List<PrintedLine>> rows, List<PrintedLine> out, int depth) {
        Columns columns = depth < DEEPEST && rows.size() >= FEWEST_LINES ? find(rows) : null;
        if (columns == null) {
            rows.forEach(row -> out.add(PrintedLine.join(row)));
            return;
        }
        order(rows.subList(0, columns.from), out, depth);
        order(columns.side(rows, true), out, depth + 1);
        order(columns.side(rows, false), out, depth + 1);
        order(rows.subList(columns.to, rows.size()), out, depth);
    }

    /** The gutter whose run of rows holds the most prose, or null when there is none. */
    private static @Nullable Columns find(List<List<PrintedLine>> rows) {
        float left = Float.MAX_VALUE;
        float right = 0;
        for (List<PrintedLine> row : rows) {
            left = Math.min(left, row.getFirst().start());
            right = Math.max(right, row.getLast().end());
        }
        Columns best = null;
        float step = Math.max(GUTTER_STEP, (right - left) / 150);
        for (float x = left + 0.15f * (right - left); x < right - 0.15f * (right - left); x += step) {
            Columns found = longestRun(rows, x);
            if (found != null && (best == null || found.weight > best.weight)) {
                best = found;
            }
        }
        return best;
    }

    private static @Nullable Columns longestRun(List<List<PrintedLine>> rows, float x) {
        Columns best = null;
        int from = 0;
        for (int i = 0; i <= rows.size(); i++) {
            if (i == rows.size() || crosses(rows.get(i), x)) {
                Columns run = i - from >= FEWEST_LINES ? Columns.of(rows, from, i, x) : null;
                if (run != null && (best == null || run.weight > best.weight)) {
                    best = run;
                }
                from = i + 1;
            }
        }
        return best;
    }

    private static boolean crosses(List<PrintedLine> row, float x) {
        for (PrintedLine segment : row) {
            if (segment.start() < x && segment.end() > x) {
                return true;
            }
        }
        return false;
    }

    /**
     * Rows parted by a gutter.
     *
     * @param weight characters in the smaller column: the more, the surer
     */
    private record Columns(int from, int to, float gutter, int weight) {

        static @Nullable Columns of(List<List<PrintedLine>> rows, int from, int to, float x) {
            Side left = new Side();
            Side right = new Side();
            for (List<PrintedLine> row : rows.subList(from, to)) {
                for (PrintedLine segment : row) {
                    (segment.start() < x ? left : right).add(segment);
                }
            }
            if (!left.isProse() || !right.isProse()) {
                return null;
            }
            return trimmed(rows, from, to, x, Math.min(left.characters, right.characters));
        }

        /** Without the rows above and below that stand on one side only (a title, a last paragraph). */
        private static Columns trimmed(List<List<PrintedLine>> rows, int from, int to, float x, int weight) {
            int first = from;
            while (first < to && rows.get(first).getFirst().start() > x) {
                first++;
            }
            return new Columns(first, to, x, weight);
        }

        List<List<PrintedLine>> side(List<List<PrintedLine>> rows, boolean left) {
            List<List<PrintedLine>> side = new ArrayList<>(to - from);
            for (List<PrintedLine> row : rows.subList(from, to)) {
                List<PrintedLine> here = new ArrayList<>(row.size());
                for (PrintedLine segment : row) {
                    if (segment.start() < gutter == left) {
                        here.add(segment);
                    }
                }
                if (!here.isEmpty()) {
                    side.add(here);
                }
            }
            return side;
        }
    }

    /** What stands on one side of a gutter. */
    private static final class Side {
        private int segments;
        private int words;
        private int characters;
        private int letters;
        private float extent;
        private float widest;

        void add(PrintedLine segment) {
            segments++;
            words += segment.words();
            characters += segment.characters();
            letters += segment.letters();
            extent += segment.end() - segment.start();
            widest = Math.max(widest, segment.end() - segment.start());
        }

        boolean isProse() {
            return segments >= FEWEST_LINES
                    && words >= WORDS_OF_PROSE * segments
                    && letters >= LETTERS_OF_PROSE * characters
                    && extent >= FILLED * widest * segments;
        }
    }
}
