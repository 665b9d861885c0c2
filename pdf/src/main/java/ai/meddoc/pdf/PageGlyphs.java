package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The glyphs of one page by reading direction, and what was noticed on the way. One thread. */
final class PageGlyphs {

    /** Directions are rounded to this many degrees: a slanted watermark is no line of the report. */
    private static final int ANGLE_STEP = 15;

    private static final float ASCENT = 0.78f;
    private static final float DESCENT = 0.22f;

    private final Map<Integer, List<Glyph>> byAngle = new LinkedHashMap<>();
    private int count;
    private int unmapped;
    private int images;
    private int failures;
    private boolean invisibleMode;

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

    /** Whether some text is printed in the mode that shows nothing, as scanners do for the text they recognised. */
    boolean invisibleMode() {
        return invisibleMode;
    }

    void image() {
        images++;
    }

    void failure() {
        failures++;
    }

    void invisible() {
        invisibleMode = true;
    }
}
