package ai.meddoc.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding a file of text is in: its byte-order mark, else UTF-16 by where the zero bytes stand, else UTF-8 where
 * that fits better than not, else Windows-1252.
 *
 * @param charset how to decode
 * @param markLength bytes of the byte-order mark, which is no part of the text
 */
record TextEncoding(Charset charset, int markLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 8192;
    /** Control characters that a text file may hold: up to one in this many characters. */
    private static final int CONTROLS_ONE_IN = 16;

    static TextEncoding of(byte[] b) {
        TextEncoding marked = byMark(b);
        if (marked != null) {
            return marked;
        }
        Charset wide = utf16(b, Math.min(b.length, SAMPLE));
        if (wide != null) {
            return new TextEncoding(wide, 0);
        }
        return new TextEncoding(fitsUtf8(b) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    /** The text, with U+FFFD for what is malformed; lone surrogates of UTF-16 stay as they are. */
    String decode(byte[] b) {
        boolean little = charset.equals(StandardCharsets.UTF_16LE);
        if (!little && !charset.equals(StandardCharsets.UTF_16BE)) {
            // The JDK's String constructor is the fastest decoder there is.
            return new String(b, markLength, b.length - markLength, charset);
        }
        // The JDK's decoder swallows the unit that follows a lone surrogate.
        int bytes = b.length - markLength;
        char[] units = new char[(bytes + 1) / 2];
        for (int i = 0; i < bytes / 2; i++) {
            int one = b[markLength + 2 * i] & 0xff;
            int two = b[markLength + 2 * i + 1] & 0xff;
            units[i] = (char) (little ? two << 8 | one : one << 8 | two);
        }
        if (bytes % 2 == 1) {
            units[units.length - 1] = '\uFFFD';
        }
        return new String(units);
    }

    /** Whether the first {@code length} bytes read like text of any encoding here. */
    static boolean isText(byte[] b, int length) {
        if (byMark(b) != null || utf16(b, length) != null) {
            return true;
        }
        int controls = 0;
        for (int i = 0; i < length; i++) {
            byte c = b[i];
            if (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                controls++;
            }
        }
        // A few stray controls are damage; many are a program or an image. Short files get the benefit of the doubt.
        return controls * CONTROLS_ONE_IN <= Math.max(length, CONTROLS_ONE_IN * 2) && controls < length;
    }

    private static @Nullable TextEncoding byMark(byte[] b) {
        int first = at(b, 0) << 8 | at(b, 1);
        int second = at(b, 2) << 8 | at(b, 3);
        if (b.length >= 3 && first == 0xefbb && at(b, 2) == 0xbf) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (b.length >= 4 && first == 0xfffe && second == 0) {
            return new TextEncoding(Charset.forName("UTF-32LE"), 4);
        }
        if (b.length >= 4 && first == 0 && second == 0xfeff) {
            return new TextEncoding(Charset.forName("UTF-32BE"), 4);
        }
        if (b.length >= 2 && first == 0xfffe) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return b.length >= 2 && first == 0xfeff ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static int at(byte[] b, int index) {
        return index < b.length ? b[index] & 0xff : 0;
    }

    /** Latin text in UTF-16 has its zero bytes all on one side of each pair. */
    private static @Nullable Charset utf16(byte[] b, int length) {
        int pairs = length / 2;
        int zeroHigh = 0;
        int zeroLow = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            if (b[i] == 0 && b[i + 1] != 0) {
                zeroHigh++;
            } else if (b[i + 1] == 0 && b[i] != 0) {
                zeroLow++;
            }
        }
        if (pairs < 2 || Math.max(zeroHigh, zeroLow) * 2 < pairs || Math.min(zeroHigh, zeroLow) * 20 > pairs) {
            return null;
        }
        return zeroLow > zeroHigh ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** More well-formed multi-byte sequences than malformed ones (none of either is plain ASCII). */
    private static boolean fitsUtf8(byte[] b) {
        int good = 0;
        int bad = 0;
        int i = 0;
        while (i < b.length) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int more = continuationsOf(b[i]);
            int seen = 0;
            while (seen < more && i + 1 + seen < b.length && (b[i + 1 + seen] & 0xc0) == 0x80) {
                seen++;
            }
            if (more > 0 && seen == more) {
                good++;
            } else {
                bad++;
            }
            i += 1 + seen;
        }
        return good >= bad;
    }

    /** Bytes that follow this lead byte; 0 if it is none. */
    private static int continuationsOf(byte lead) {
        int c = lead & 0xff;
        if (c >= 0xc2 && c <= 0xdf) {
            return 1;
        }
        if (c >= 0xe0 && c <= 0xef) {
            return 2;
        }
        return c >= 0xf0 && c <= 0xf4 ? 3 : 0;
    }
}
