package ai.meddoc.pdf;

import ai.meddoc.text.Span;
import ai.meddoc.text.TextLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in the making, with a box for each character. Used by one thread. */
final class TextBuilder {

    private final StringBuilder text = new StringBuilder(4096);
    private final List<Span> hidden = new ArrayList<>();
    private float[] left = new float[4096];
    private float[] top = new float[4096];
    private float[] width = new float[4096];
    private float[] height = new float[4096];
    private float[] confidence = new float[4096];

    int length() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    /** Stretches of text that cannot be seen on the page, in order. */
    List<Span> hidden() {
        return hidden;
    }

    /** A glyph of several characters (a ligature, a recognised word) shares its width among them. */
    void append(Glyph glyph) {
        String chars = glyph.text();
        int n = chars.length();
        int start = text.length();
        reserve(start + n);
        text.append(chars);
        float each = glyph.width() / n;
        for (int i = 0; i < n; i++) {
            put(start + i, glyph.left() + i * each, glyph.top(), each, glyph.height(), glyph.confidence());
        }
        if (glyph.hidden()) {
            hide(start, start + n);
        }
    }

    /** Characters that stand for white space on the page: boxes of width 0 where the last glyph ended. */
    void blanks(char c, int count) {
        int start = text.length();
        reserve(start + count);
        int last = start - 1;
        for (int i = start; i < start + count; i++) {
            text.append(c);
            if (last >= 0) {
                put(i, left[last] + width[last], top[last], 0, height[last], 1);
            } else {
                put(i, 0, 0, 0, 0, 1);
            }
        }
    }

    TextLayout layout() {
        int n = text.length();
        return new TextLayout(
                Arrays.copyOf(left, n),
                Arrays.copyOf(top, n),
                Arrays.copyOf(width, n),
                Arrays.copyOf(height, n),
                Arrays.copyOf(confidence, n));
    }

    private void put(int i, float x, float y, float w, float h, float c) {
        left[i] = x;
        top[i] = y;
        width[i] = w;
        height[i] = h;
        confidence[i] = c;
    }

    private void hide(int start, int end) {
        Span last = hidden.isEmpty() ? null : hidden.getLast();
        if (last != null && isBlank(last.end(), start)) {
            hidden.set(hidden.size() - 1, new Span(last.start(), end));
        } else {
            hidden.add(new Span(start, end));
        }
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private void reserve(int needed) {
        if (needed > left.length) {
            int capacity = Math.max(needed, left.length * 2);
            left = Arrays.copyOf(left, capacity);
            top = Arrays.copyOf(top, capacity);
            width = Arrays.copyOf(width, capacity);
            height = Arrays.copyOf(height, capacity);
            confidence = Arrays.copyOf(confidence, capacity);
        }
    }
}
