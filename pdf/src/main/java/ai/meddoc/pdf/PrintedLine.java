package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Glyphs on one baseline, from left to right, without blanks; and where gaps part it into segments. */
final class PrintedLine {

    /** A gap this wide, in ems, parts two cells of a table or two columns; justified words stay closer. */
    static final float CELL_GAP = 0.9f;

    private static final float OVERPRINT_ALONG = 0.15f;
    private static final float OVERPRINT_ACROSS = 0.15f;

    private final List<Glyph> glyphs;
    private final boolean[] spaceBefore;
    private final float across;
    private final float size;

    private PrintedLine(List<Glyph> glyphs, boolean[] spaceBefore, float across, float size) {
        this.glyphs = glyphs;
        this.spaceBefore = spaceBefore;
        this.across = across;
        this.size = size;
    }

    /** @param all on one baseline in any order, blanks among them */
    static PrintedLine of(List<Glyph> all) {
        List<Glyph> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Glyph::along));
        List<Glyph> kept = new ArrayList<>(sorted.size());
        boolean[] spaces = new boolean[sorted.size() + 1];
        boolean space = false;
        float tallest = 0;
        float baseline = 0;
        for (Glyph g : sorted) {
            if (g.isSpace()) {
                space = true;
            } else if (!isOverprint(kept, g)) {
                // A blank that sticks into the next letter comes before it only if it starts before it: sorted.
                spaces[kept.size()] = space;
                space = false;
                kept.add(g);
                if (g.size() > tallest) {
                    tallest = g.size();
                    baseline = g.across();
                }
            }
        }
        return new PrintedLine(kept, spaces, baseline, tallest);
    }

    /** The same character again in (nearly) the same place: how some programs print bold. */
    private static boolean isOverprint(List<Glyph> kept, Glyph g) {
        for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - 3; i--) {
            Glyph before = kept.get(i);
            float near = Math.min(OVERPRINT_ALONG * g.size(), 0.6f * Math.max(g.advance(), 0.1f * g.size()));
            if (g.along() - before.along() < near
                    && Math.abs(g.across() - before.across()) < OVERPRINT_ACROSS * g.size()
                    && Math.abs(g.size() - before.size()) < 0.2f * g.size()
                    && g.text().equals(before.text())) {
                return true;
            }
        }
        return false;
    }

    private PrintedLine part(int from, int to) {
        boolean[] spaces = new boolean[to - from + 1];
        System.arraycopy(spaceBefore, from, spaces, 0, to - from);
        return new PrintedLine(glyphs.subList(from, to), spaces, across, size);
    }

    boolean isEmpty() {
        return glyphs.isEmpty();
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    float across() {
        return across;
    }

    float size() {
        return size;
    }

    float start() {
        return glyphs.getFirst().along();
    }

    float end() {
        float most = 0;
        for (int i = Math.max(0, glyphs.size() - 3); i < glyphs.size(); i++) {
            most = Math.max(most, glyphs.get(i).end());
        }
        return most;
    }

    /** Blank before glyph {@code i}, in points. */
    float gapBefore(int i) {
        return glyphs.get(i).along() - glyphs.get(i - 1).end();
    }

    boolean spaceBefore(int i) {
        return spaceBefore[i];
    }

    boolean cellBefore(int i) {
        Glyph g = glyphs.get(i);
        return gapBefore(i) > CELL_GAP * Math.max(g.size(), glyphs.get(i - 1).size());
    }

    /** The stretches between gaps that part cells. */
    List<PrintedLine> segments() {
        List<PrintedLine> parts = new ArrayList<>(4);
        int from = 0;
        for (int i = 1; i < glyphs.size(); i++) {
            if (cellBefore(i)) {
                parts.add(part(from, i));
                from = i;
            }
        }
        parts.add(from == 0 ? this : part(from, glyphs.size()));
        return parts;
    }

    /** One line of all the segments, which stand on one baseline. */
    static PrintedLine join(List<PrintedLine> segments) {
        if (segments.size() == 1) {
            return segments.getFirst();
        }
        List<Glyph> all = new ArrayList<>();
        int n = segments.stream().mapToInt(s -> s.glyphs.size()).sum();
        boolean[] spaces = new boolean[n + 1];
        float size = 0;
        for (PrintedLine s : segments) {
            System.arraycopy(s.spaceBefore, 0, spaces, all.size(), s.glyphs.size());
            all.addAll(s.glyphs);
            size = Math.max(size, s.size);
        }
        return new PrintedLine(all, spaces, segments.getFirst().across, size);
    }

    int characters() {
        return glyphs.size();
    }

    int words() {
        int words = 1;
        for (int i = 1; i < glyphs.size(); i++) {
            if (spaceBefore[i] || gapBefore(i) > 0.15f * size) {
                words++;
            }
        }
        return words;
    }

    int letters() {
        int letters = 0;
        for (Glyph g : glyphs) {
            if (Character.isLetter(g.text().charAt(0))) {
                letters++;
            }
        }
        return letters;
    }
}
