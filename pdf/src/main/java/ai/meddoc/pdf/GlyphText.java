package ai.meddoc.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** What a font's codes say, looked up once per code. One instance per document, one thread. */
final class GlyphText {

    /** Printed, but the file does not say what it means. */
    static final String UNMAPPED = "\uFFFD";

    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private final Map<PDFont, Map<Integer, String>> known = new IdentityHashMap<>();

    /** The characters for a code: {@link #UNMAPPED} if unknown, empty if it prints nothing. */
    String of(PDFont font, int code) {
        return known.computeIfAbsent(font, f -> new HashMap<>()).computeIfAbsent(code, c -> read(font, c));
    }

    private static String read(PDFont font, int code) {
        String unicode;
        try {
            unicode = font.toUnicode(code);
        } catch (RuntimeException e) {
            unicode = null;
        }
        if (unicode == null || unicode.isEmpty()) {
            // A simple font without a map mostly uses ASCII; of any other a code says nothing.
            boolean ascii = font instanceof PDSimpleFont && !(font instanceof PDType3Font) && code > ' ' && code < 127;
            return ascii ? String.valueOf((char) code) : code == ' ' ? " " : UNMAPPED;
        }
        return tidy(unicode);
    }

    private static String tidy(String unicode) {
        char c = unicode.charAt(0);
        if (unicode.length() == 1 && c > ' ' && c < '\u007f') {
            return unicode;
        }
        StringBuilder out = new StringBuilder(unicode.length());
        for (int i = 0; i < unicode.length(); i++) {
            append(out, unicode.charAt(i), i, unicode);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c, int i, String unicode) {
        if (c >= '\uFB00' && c <= '\uFB06') {
            out.append(LIGATURES[c - '\uFB00']);
        } else if (c >= '\uFB07' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFE') {
            out.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
        } else if (c == '\u00AD' || c == '\u2010' || c == '\u2011') {
            out.append('-');
        } else if (c == '\uF0B7' || c == '\uF0A7' || c == '\uF0D8') {
            // Bullets of the Symbol and Wingdings fonts, which map to the private use area.
            out.append('\u2022');
        } else if (Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r') {
            out.append(' ');
        } else if (c < ' ' || c >= '\u007f' && c < '\u00a0' || isLoneSurrogate(c, i, unicode)) {
            out.append(UNMAPPED);
        } else if (c != '\u200B' && c != '\u200C' && c != '\u200D' && c != '\uFEFF') {
            out.append(c);
        }
    }

    private static boolean isLoneSurrogate(char c, int i, String s) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
    }
}
