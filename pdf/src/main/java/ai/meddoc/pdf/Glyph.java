package ai.meddoc.pdf;

/**
 * One printed character (or recognised word) of a page. All lengths are points from the page's top left corner as
 * shown, y downwards.
 *
 * @param text what it says, never empty
 * @param along position on the reading direction
 * @param across the baseline's distance from the page's edge, across the reading direction
 * @param advance width along the reading direction
 * @param size height of the letters' em square
 * @param left the box's left edge
 * @param top the box's top edge
 * @param width the box's width
 * @param height the box's height
 * @param confidence 0..1
 * @param hidden whether a reader of the page cannot see it
 */
record Glyph(
        String text,
        float along,
        float across,
        float advance,
        float size,
        float left,
        float top,
        float width,
        float height,
        float confidence,
        boolean hidden) {

    Glyph shown() {
        return hidden
                ? new Glyph(text, along, across, advance, size, left, top, width, height, confidence, false)
                : this;
    }

    float end() {
        return along + advance;
    }

    float middle() {
        return along + advance / 2;
    }

    boolean isSpace() {
        char c = text.charAt(0);
        return c == ' ' || c == '\u00A0' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000';
    }

    @Override
    public String toString() {
        return "Glyph[" + text.length() + " characters at " + left + "," + top + "]";
    }
}
