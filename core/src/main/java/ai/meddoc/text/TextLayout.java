package ai.meddoc.text;

/**
 * Where each character stands on its page: one box per UTF-16 unit, in points from the page's top left corner, y
 * downwards. Characters that extraction added (spaces, line ends) have a box of width 0. Immutable by agreement: nobody
 * changes the arrays; thread-safe.
 *
 * @param left left edges in points
 * @param top top edges in points
 * @param width widths in points
 * @param height heights in points
 * @param confidence 0..1 per character; 1 for text that the file itself carries, the recogniser's word confidence for OCR
 */
public record TextLayout(float[] left, float[] top, float[] width, float[] height, float[] confidence) {

    /** @throws IllegalArgumentException if the arrays differ in length */
    public TextLayout {
        int n = left.length;
        if (top.length != n || width.length != n || height.length != n || confidence.length != n) {
            throw new IllegalArgumentException("layout arrays differ in length");
        }
    }

    public int length() {
        return left.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "TextLayout[" + left.length + " characters]";
    }
}
