package ai.meddoc.classify;

import ai.meddoc.classify.CueTable.Panel;
import ai.meddoc.text.Span;
import org.jspecify.annotations.Nullable;

/** Which panels' analytes a document reports, and how much of the document they are. One document, one thread. */
final class Panels {

    private static final int WORDS_OF_A_ROW = 8;
    private static final int WORDS_INLINE = 4;
    private static final double SHARE_IN_NOTES = 0.4;

    private final CueTable table;
    private final boolean[] seen;
    private final int[] distinct = new int[Panel.values().length];
    private final @Nullable Span[] first = new Span[Panel.values().length];
    private int labWords;

    Panels(CueTable table) {
        this.table = table;
        this.seen = new boolean[table.analytes()];
    }

    void add(int analyte, Span span, boolean row) {
        Panel panel = table.analyte(analyte).panel();
        if (!seen[analyte]) {
            seen[analyte] = true;
            distinct[panel.ordinal()]++;
            if (first[panel.ordinal()] == null) {
                first[panel.ordinal()] = span;
            }
        }
        labWords += row ? WORDS_OF_A_ROW : WORDS_INLINE;
    }

    private int count(Panel panel) {
        return distinct[panel.ordinal()];
    }

    /** Where the first analyte of a panel stands, or null. */
    @Nullable Span first(Panel panel) {
        return first[panel.ordinal()];
    }

    int bmpAnalytes() {
        return count(Panel.BMP);
    }

    /** Rows that only a comprehensive metabolic panel has. */
    int cmpAnalytes() {
        return count(Panel.CMP);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** How far the document is a report of results rather than a text that mentions some: 0..1. */
    double share(int words, boolean note) {
        double share = clamp((labWords / (double) Math.max(1, words) - 0.2) / 0.25);
        return note ? share * SHARE_IN_NOTES : share;
    }

    private double rows() {
        int rows = 0;
        for (int n : distinct) {
            rows += n;
        }
        return Math.max(1, rows);
    }

    /** 0..1: enough analytes of a blood count, and they are most of the results. */
    double cbc() {
        int core = count(Panel.CBC);
        int all = core + count(Panel.DIFF);
        return core < 2 ? 0 : clamp((core + 0.5 * count(Panel.DIFF) - 2) / 3) * all / rows();
    }

    /** 0..1: six of the eight analytes or more, and they and the comprehensive panel's are most of the results. */
    double bmp() {
        return clamp((count(Panel.BMP) - 4) / 2.0) * (count(Panel.BMP) + count(Panel.CMP)) / rows();
    }
}
