package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From recognised words to glyphs that compose like printed ones: baselines levelled, blanks between words. */
final class OcrGlyphs {

    private static final int FEWEST_FOR_SLOPE = 5;

    private OcrGlyphs() {}

    static List<Glyph> of(List<OcrWord> words) {
        float slope = slope(words);
        List<Glyph> glyphs = new ArrayList<>(words.size() * 2);
        for (OcrWord word : OcrRepair.of(words)) {
            float middle = (word.left() + word.right()) / 2;
            float across = word.baseline() - slope * middle;
            float width = word.right() - word.left();
            float height = word.bottom() - word.top();
            glyphs.add(new Glyph(
                    word.text(),
                    word.left(),
                    across,
                    width,
                    word.size(),
                    word.left(),
                    word.top(),
                    width,
                    height,
                    word.confidence(),
                    false));
            glyphs.add(new Glyph(
                    " ", word.right(), across, 0, word.size(), word.right(), word.top(), 0, height, 1, false));
        }
        return glyphs;
    }

    /** The page's skew: the median of its longer words' baselines. */
    private static float slope(List<OcrWord> words) {
        float[] slopes = new float[words.size()];
        int n = 0;
        for (OcrWord word : words) {
            if (word.right() - word.left() > 2 * word.size()) {
                slopes[n++] = word.slope();
            }
        }
        if (n < FEWEST_FOR_SLOPE) {
            return 0;
        }
        Arrays.sort(slopes, 0, n);
        return slopes[n / 2];
    }
}
