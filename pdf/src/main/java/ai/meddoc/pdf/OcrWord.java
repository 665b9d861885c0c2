package ai.meddoc.pdf;

/**
 * A word that was read from a picture, in points from its top left corner.
 *
 * @param baseline where the word stands, at its middle
 * @param slope how much the baseline falls per point to the right
 * @param size height of the line's em
 * @param confidence 0..1
 */
record OcrWord(
        String text,
        float left,
        float top,
        float right,
        float bottom,
        float baseline,
        float slope,
        float size,
        float confidence) {

    OcrWord withText(String other) {
        return new OcrWord(other, left, top, right, bottom, baseline, slope, size, confidence);
    }

    @Override
    public String toString() {
        return "OcrWord[" + text.length() + " characters]";
    }
}
