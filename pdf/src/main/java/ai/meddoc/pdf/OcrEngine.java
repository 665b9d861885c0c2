package ai.meddoc.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;

/** Tesseract with its language loaded: natives and about 15 MB. One thread at a time; {@link #close()} frees it. */
final class OcrEngine implements AutoCloseable {

    private static final int WORD = tesseract.RIL_WORD;
    private static final float FAINT = 0.25f;

    private final TessBaseAPI api = new TessBaseAPI();
    private final BytePointer language;

    /** @throws IllegalStateException if Tesseract refuses the language data */
    OcrEngine(byte[] traineddata) {
        language = new BytePointer(traineddata);
        int failed = api.Init(
                language,
                traineddata.length,
                new BytePointer("eng"),
                tesseract.OEM_LSTM_ONLY,
                (BytePointer) null,
                0,
                (StringVector) null,
                (StringVector) null,
                false,
                null);
        if (failed != 0) {
            close();
            throw new IllegalStateException("Tesseract refuses the language data");
        }
        api.SetVariable("debug_file", System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
        api.SetVariable("preserve_interword_spaces", "1");
        api.SetPageSegMode(tesseract.PSM_AUTO);
    }

    /** Words in no particular order; faint specks and rules are left out. */
    List<OcrWord> read(GreyImage image) {
        api.SetImage(image.pixels(), image.width(), image.height(), 1, image.width());
        api.SetSourceResolution(Math.round(image.dpi()));
        try {
            List<OcrWord> words = new ArrayList<>();
            if (api.Recognize(null) == 0) {
                collect(words, image.scale());
            }
            return words;
        } finally {
            api.Clear();
        }
    }

    private void collect(List<OcrWord> words, float scale) {
        try (ResultIterator at = api.GetIterator()) {
            if (at == null || at.isNull()) {
                return;
            }
            do {
                if (!at.Empty(WORD)) {
                    add(words, at, scale);
                }
            } while (at.Next(WORD));
        }
    }

    private static void add(List<OcrWord> words, ResultIterator at, float scale) {
        String text;
        try (BytePointer utf8 = at.GetUTF8Text(WORD)) {
            text = utf8 == null ? "" : utf8.getString(StandardCharsets.UTF_8).strip();
        }
        float confidence = Math.max(0, Math.min(1, at.Confidence(WORD) / 100));
        int[] x0 = new int[1];
        int[] y0 = new int[1];
        int[] x1 = new int[1];
        int[] y1 = new int[1];
        if (text.isEmpty() || isSpeck(text, confidence) || !at.BoundingBox(WORD, x0, y0, x1, y1)) {
            return;
        }
        float left = x0[0] * scale;
        float right = x1[0] * scale;
        float top = y0[0] * scale;
        float bottom = y1[0] * scale;
        float[] height = new float[1];
        float[] descent = new float[1];
        at.RowAttributes(height, descent, new float[1]);
        float size = height[0] > 0 ? height[0] * scale : bottom - top;
        float baseline = bottom;
        float slope = 0;
        if (at.Baseline(WORD, x0, y0, x1, y1) && x1[0] > x0[0]) {
            baseline = (y0[0] + y1[0]) / 2f * scale;
            slope = (y1[0] - y0[0]) / (float) (x1[0] - x0[0]);
        }
        words.add(new OcrWord(text, left, top, right, bottom, baseline, slope, size, confidence));
    }

    private static boolean isSpeck(String text, float confidence) {
        boolean printed = text.codePoints().anyMatch(Character::isLetterOrDigit);
        return printed
                ? confidence < FAINT
                : confidence < 2 * FAINT || text.chars().allMatch(c -> "|_~\u2014".indexOf(c) >= 0);
    }

    @Override
    public void close() {
        api.End();
        api.close();
        language.close();
    }
}
