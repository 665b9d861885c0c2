package ai.meddoc.pdf;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a page paints, as far as it decides whether text can be seen: the fill colour, filled rectangles, images
 * and the clip's bounds. Where it cannot know (patterns, odd shapes, transparency) it takes the text for visible. All
 * coordinates are the page's own. One instance per page, one thread.
 */
final class Painting {

    /** A colour that is not known: it hides nothing and shows nothing. */
    static final int UNKNOWN = -1;

    static final int WHITE = 0xFFFFFF;
    /** Colours whose channels differ by less look the same on paper. */
    private static final int SAME = 14;

    private static final int MOST_FILLS = 512;
    private static final int MOST_STATES = 2048;

    private record State(int colour, ColourSpace space, float[] clip) {}

    private enum ColourSpace {
        GRAY,
        RGB,
        CMYK,
        /** Ink from none (0) to full (1). */
        INK,
        OTHER
    }

    private final Deque<State> saved = new ArrayDeque<>();
    private int colour;
    private ColourSpace space = ColourSpace.GRAY;
    private float[] clip = {-1e9f, -1e9f, 1e9f, 1e9f};
    private final float[] path = new float[4];
    private boolean pathEmpty = true;
    private boolean pathIsRectangle;
    private boolean clipPending;
    private float[][] fills = new float[32][];
    private int[] fillColours = new int[32];
    private int filled;

    int depth() {
        return saved.size();
    }

    void save() {
        if (saved.size() < MOST_STATES) {
            saved.push(new State(colour, space, clip));
        }
    }

    void restore() {
        if (!saved.isEmpty()) {
            State state = saved.pop();
            colour = state.colour;
            space = state.space;
            clip = state.clip;
        }
    }

    /** Back to the state at an earlier {@link #depth()}: what a form left open ends with it. */
    void restoreTo(int depth) {
        while (saved.size() > depth) {
            restore();
        }
    }

    /** @param resources where colour spaces are named, or null */
    void operator(String name, List<COSBase> operands, Matrix ctm, @Nullable COSDictionary resources, boolean opaque) {
        switch (name) {
            case OperatorName.NON_STROKING_GRAY -> paint(ColourSpace.GRAY, operands);
            case OperatorName.NON_STROKING_RGB -> paint(ColourSpace.RGB, operands);
            case OperatorName.NON_STROKING_CMYK -> paint(ColourSpace.CMYK, operands);
            case OperatorName.NON_STROKING_COLORSPACE -> select(operands, resources);
            case OperatorName.NON_STROKING_COLOR, OperatorName.NON_STROKING_COLOR_N -> paint(space, operands);
            case OperatorName.APPEND_RECT -> rectangle(operands, ctm);
            case OperatorName.MOVE_TO, OperatorName.LINE_TO -> points(operands, 2, ctm);
            case OperatorName.CURVE_TO -> points(operands, 6, ctm);
            case OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT, OperatorName.CURVE_TO_REPLICATE_FINAL_POINT ->
                points(operands, 4, ctm);
            case OperatorName.CLIP_NON_ZERO, OperatorName.CLIP_EVEN_ODD -> clipPending = true;
            case OperatorName.FILL_NON_ZERO,
                    "F",
                    OperatorName.FILL_EVEN_ODD,
                    OperatorName.FILL_NON_ZERO_AND_STROKE,
                    OperatorName.FILL_EVEN_ODD_AND_STROKE,
                    OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
                    OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE -> endPath(true, opaque);
            case OperatorName.ENDPATH, OperatorName.STROKE_PATH, OperatorName.CLOSE_AND_STROKE ->
                endPath(false, opaque);
            case OperatorName.SHADING_FILL -> addFill(clip, UNKNOWN);
            case OperatorName.BEGIN_INLINE_IMAGE -> image(ctm);
            default -> {
                // Nothing that paints.
            }
        }
    }

    /** An image fills the unit square of the current coordinates. */
    void image(Matrix ctm) {
        float[] box = {1e9f, 1e9f, -1e9f, -1e9f};
        for (int i = 0; i < 4; i++) {
            extend(box, i & 1, i >> 1, ctm);
        }
        addFill(intersect(box, clip), UNKNOWN);
    }

    /** Whether print in the current colour at this point can be told from what is below it. */
    boolean shows(float x, float y) {
        if (x < clip[0] - 1 || x > clip[2] + 1 || y < clip[1] - 1 || y > clip[3] + 1) {
            return false;
        }
        return colour == UNKNOWN || !same(colour, background(x, y));
    }

    private int background(float x, float y) {
        for (int i = filled - 1; i >= Math.max(0, filled - MOST_FILLS); i--) {
            float[] box = fills[i % MOST_FILLS];
            if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) {
                return fillColours[i % MOST_FILLS];
            }
        }
        // Beyond what is remembered something may lie below.
        return filled > MOST_FILLS ? UNKNOWN : WHITE;
    }

    private static boolean same(int one, int other) {
        return other != UNKNOWN
                && Math.abs((one >> 16) - (other >> 16)) < SAME
                && Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) < SAME
                && Math.abs((one & 0xff) - (other & 0xff)) < SAME;
    }

    private void paint(ColourSpace in, List<COSBase> operands) {
        space = in;
        int n = operands.size();
        float[] v = new float[n];
        for (int i = 0; i < n; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                colour = UNKNOWN;
                return;
            }
            v[i] = number.floatValue();
        }
        colour = rgb(in, v);
    }

    private static int rgb(ColourSpace space, float[] v) {
        if (space == ColourSpace.GRAY && v.length == 1) {
            return rgb(v[0], v[0], v[0]);
        }
        if (space == ColourSpace.RGB && v.length == 3) {
            return rgb(v[0], v[1], v[2]);
        }
        if (space == ColourSpace.CMYK && v.length == 4) {
            return rgb(1 - v[0] - v[3], 1 - v[1] - v[3], 1 - v[2] - v[3]);
        }
        // Some ink of unknown colour can be seen; no ink cannot.
        if (space == ColourSpace.INK && v.length > 0) {
            float most = 0;
            for (float ink : v) {
                most = Math.max(most, ink);
            }
            return most < 0.03f ? WHITE : UNKNOWN;
        }
        return UNKNOWN;
    }

    private static int rgb(float r, float g, float b) {
        return channel(r) << 16 | channel(g) << 8 | channel(b);
    }

    private static int channel(float v) {
        return Math.round(255 * Math.max(0, Math.min(1, v)));
    }

    private void select(List<COSBase> operands, @Nullable COSDictionary resources) {
        space = ColourSpace.OTHER;
        colour = UNKNOWN;
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return;
        }
        COSDictionary named = resources == null ? null : resources.getCOSDictionary(COSName.COLORSPACE);
        COSBase definition = named == null ? null : named.getDictionaryObject(name);
        space = kind(definition == null ? name : definition);
        if (space != ColourSpace.OTHER && space != ColourSpace.INK) {
            colour = 0;
        }
    }

    private static ColourSpace kind(COSBase definition) {
        if (definition instanceof COSArray array && array.size() > 0) {
            if (COSName.ICCBASED.equals(array.getObject(0)) && array.size() > 1) {
                int n = array.getObject(1) instanceof COSStream profile ? profile.getInt(COSName.N) : 0;
                return n == 1
                        ? ColourSpace.GRAY
                        : n == 3 ? ColourSpace.RGB : n == 4 ? ColourSpace.CMYK : ColourSpace.OTHER;
            }
            return array.getObject(0) instanceof COSName name ? byName(name.getName()) : ColourSpace.OTHER;
        }
        return definition instanceof COSName name ? byName(name.getName()) : ColourSpace.OTHER;
    }

    private static ColourSpace byName(String name) {
        return switch (name) {
            case "DeviceGray", "CalGray", "G" -> ColourSpace.GRAY;
            case "DeviceRGB", "CalRGB", "RGB" -> ColourSpace.RGB;
            case "DeviceCMYK", "CMYK" -> ColourSpace.CMYK;
            case "Separation", "DeviceN" -> ColourSpace.INK;
            default -> ColourSpace.OTHER;
        };
    }

    private void rectangle(List<COSBase> operands, Matrix ctm) {
        float[] v = numbers(operands, 4);
        if (v.length == 4) {
            if (!pathEmpty && pathIsRectangle) {
                // Several rectangles in one path: the bounds would cover what lies between them.
                pathIsRectangle = false;
            } else {
                pathIsRectangle = pathEmpty;
            }
            for (int i = 0; i < 4; i++) {
                add(v[0] + (i & 1) * v[2], v[1] + (i >> 1) * v[3], ctm);
            }
        }
    }

    private void points(List<COSBase> operands, int n, Matrix ctm) {
        float[] v = numbers(operands, n);
        if (v.length == n) {
            pathIsRectangle = false;
            for (int i = 0; i < n; i += 2) {
                add(v[i], v[i + 1], ctm);
            }
        }
    }

    private static float[] numbers(List<COSBase> operands, int n) {
        float[] v = new float[n];
        if (operands.size() < n) {
            return new float[0];
        }
        for (int i = 0; i < n; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                return new float[0];
            }
            v[i] = number.floatValue();
        }
        return v;
    }

    private void add(float x, float y, Matrix ctm) {
        if (pathEmpty) {
            Arrays.fill(path, 0, 2, 1e9f);
            Arrays.fill(path, 2, 4, -1e9f);
            pathEmpty = false;
        }
        extend(path, x, y, ctm);
    }

    private static void extend(float[] box, float x, float y, Matrix m) {
        float px = x * m.getScaleX() + y * m.getShearX() + m.getTranslateX();
        float py = x * m.getShearY() + y * m.getScaleY() + m.getTranslateY();
        box[0] = Math.min(box[0], px);
        box[1] = Math.min(box[1], py);
        box[2] = Math.max(box[2], px);
        box[3] = Math.max(box[3], py);
    }

    private void endPath(boolean fill, boolean opaque) {
        if (!pathEmpty) {
            if (fill) {
                addFill(intersect(path, clip), pathIsRectangle && opaque ? colour : UNKNOWN);
            }
            if (clipPending) {
                clip = intersect(path, clip);
            }
        }
        pathEmpty = true;
        pathIsRectangle = false;
        clipPending = false;
    }

    private void addFill(float[] box, int painted) {
        if (filled < MOST_FILLS && filled == fills.length) {
            fills = Arrays.copyOf(fills, filled * 2);
            fillColours = Arrays.copyOf(fillColours, filled * 2);
        }
        fills[filled % MOST_FILLS] = box;
        fillColours[filled % MOST_FILLS] = painted;
        filled++;
    }

    private static float[] intersect(float[] one, float[] other) {
        return new float[] {
            Math.max(one[0], other[0]), Math.max(one[1], other[1]),
            Math.min(one[2], other[2]), Math.min(one[3], other[3])
        };
    }
}
