package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The glyphs of one page by reading direction, and what was noticed on the way. One thread. */
final class PageGlyphs {

    /** Directions are rounded to this many degrees: a slanted watermark is no line of the report. */
    private static final int ANGLE_STEP = 15;

    /** Letters as shapes come in numbers; a few shapes are a frame. */
    private static final int FEWEST_SHAPES = 40;

    private static final float ASCENT = 0.78f;
    private static final float DESCENT = 0.22f;

    private final Map<Integer, List<Glyph>> byAngle = new LinkedHashMap<>();
    private int count;
    private int unmapped;
    private int images;
    private int failures;
    private int hidden;
    private int invisible;
    private int drawn;
    private float covered;
    private float dpi;
    private long pixels;

    /**
     * @param x the baseline's start, as shown
     * @param ax the advance
     * @param ux the vector from the baseline to the top of the em square
     */
    void add(String text, float x, float y, float ax, float ay, float ux, float uy, boolean hidden) {
        float size = (float) Math.hypot(ux, uy);
        float advance = (float) Math.hypot(ax, ay);
        if (!Float.isFinite(x + y + size + advance)) {
            failures++;
            return;
        }
        int angle = angle(ax, ay, ux, uy);
        double radians = Math.toRadians(angle);
        float cos = (float) Math.cos(radians);
        float sin = (float) Math.sin(radians);
        float x1 = x + ax;
        float y1 = y + ay;
        float left = Math.min(x, x1) + Math.min(ASCENT * ux, -DESCENT * ux);
        float right = Math.max(x, x1) + Math.max(ASCENT * ux, -DESCENT * ux);
        float top = Math.min(y, y1) + Math.min(ASCENT * uy, -DESCENT * uy);
        float bottom = Math.max(y, y1) + Math.max(ASCENT * uy, -DESCENT * uy);
        Glyph glyph = new Glyph(
                text,
                x * cos + y * sin,
                y * cos - x * sin,
                advance,
                size,
                left,
                top,
                right - left,
                bottom - top,
                1,
                hidden);
        byAngle.computeIfAbsent(angle, a -> new ArrayList<>(512)).add(glyph);
        if (!glyph.isSpace()) {
            count++;
            this.hidden += hidden ? 1 : 0;
            if (text.equals(GlyphText.UNMAPPED)) {
                unmapped++;
            }
        }
    }

    private static int angle(float ax, float ay, float ux, float uy) {
        if (ay == 0 && ax > 0) {
            return 0;
        }
        // A glyph without an advance reads at a right angle to its height.
        double degrees = ax == 0 && ay == 0 ? Math.toDegrees(Math.atan2(ux, -uy)) : Math.toDegrees(Math.atan2(ay, ax));
        return Math.floorMod(ANGLE_STEP * Math.round((float) (degrees / ANGLE_STEP)), 360);
    }

    /** Glyphs of one direction each, the most frequent direction first. */
    List<List<Glyph>> directions() {
        List<List<Glyph>> all = new ArrayList<>(byAngle.values());
        all.sort((one, other) -> Integer.compare(other.size(), one.size()));
        return all;
    }

    /** Printed characters, blanks not counted. */
    int count() {
        return count;
    }

    /** Printed characters of unknown meaning. */
    int unmapped() {
        return unmapped;
    }

    int images() {
        return images;
    }

    /** Operations that failed and may have printed text. */
    int failures() {
        return failures;
    }

    /** Glyphs in the mode that prints nothing, which scanners use for the text they recognised. */
    int invisible() {
        return invisible;
    }

    /** Glyphs that a reader of the page sees. */
    int visible() {
        return count - hidden;
    }

    /** Whether lines or shapes are drawn: letters may be among them. */
    boolean drawn() {
        return drawn >= FEWEST_SHAPES;
    }

    void shape() {
        drawn++;
    }

    /** The largest image's share of the page, 0 to 1. */
    float covered() {
        return covered;
    }

    /** Pixels of all images together. */
    long pixels() {
        return pixels;
    }

    /**
     * Whether the page is a picture with the scanner's own recognition behind it: all its text is printed in the mode
     * that shows nothing, over a picture that fills the page.
     */
    boolean isScanWithText() {
        return invisible > 0 && visible() * 5 < count && covered > 0.5f && invisible * 10 >= hidden * 9;
    }

    /** The same page with its text taken for visible. */
    PageGlyphs shown() {
        PageGlyphs other = new PageGlyphs();
        byAngle.forEach((angle, glyphs) -> other.byAngle.put(
                angle, glyphs.stream().map(Glyph::shown).collect(Collectors.toCollection(ArrayList::new))));
        other.count = count;
        other.unmapped = unmapped;
        other.images = images;
        other.failures = failures;
        other.covered = covered;
        other.pixels = pixels;
        other.dpi = dpi;
        return other;
    }

    /** Pixels per inch of the largest image as it stands on the page. */
    float dpi() {
        return dpi;
    }

    /**
     * @param area in square points
     * @param share of the page, 0 to 1
     */
    void image(float area, float share, long imagePixels) {
        images++;
        pixels += imagePixels;
        if (share > covered) {
            covered = share;
            dpi = (float) (72 * Math.sqrt(imagePixels / area));
        }
    }

    void failure() {
        failures++;
    }

    void countInvisible() {
        invisible++;
    }
}
