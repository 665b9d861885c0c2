package ai.meddoc.terminology;

/**
 * A code as a number: its characters without the dot, one a byte from the top, zero after the last. Numbers sort as
 * the codes do, and all descendants of a code follow it directly.
 */
final class CodeKey {
    /** What no code has. */
    static final long NONE = -1;

    static final int LONGEST = 7;

    private CodeKey() {}

    /** Dot and case do not matter; {@link #NONE} for what cannot be a code. */
    static long of(CharSequence code) {
        long key = 0;
        int length = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '.' && length == 3) {
                continue;
            }
            int upper = c >= 'a' && c <= 'z' ? c - 32 : c;
            if (!isCodeCharacter(upper) || length == LONGEST) {
                return NONE;
            }
            key = key << 8 | upper;
            length++;
        }
        return length < 3 ? NONE : key << 8 * (LONGEST - length);
    }

    private static boolean isCodeCharacter(int c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static int length(long key) {
        return LONGEST - Long.numberOfTrailingZeros(key) / 8;
    }

    static char charAt(long key, int index) {
        return (char) (key >>> 8 * (LONGEST - 1 - index) & 0xff);
    }

    /** With its dot. */
    static String format(long key) {
        int length = length(key);
        StringBuilder code = new StringBuilder(8);
        for (int i = 0; i < length; i++) {
            if (i == 3) {
                code.append('.');
            }
            code.append(charAt(key, i));
        }
        return code.toString();
    }

    /** Whether the code is the other one or stands below it. */
    static boolean startsWith(long key, long ancestor) {
        long mask = -1L << 8 * (LONGEST - length(ancestor));
        return (key & mask) == ancestor;
    }
}
