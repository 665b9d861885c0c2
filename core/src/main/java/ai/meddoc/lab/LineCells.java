package ai.meddoc.lab;

/** The cells of a line: parted by pipes, else by tabs, else by two blanks or more or by dot leaders. Reused from line to line by one thread. */
final class LineCells {

    private static final int MOST = 64;

    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int count;
    private boolean ruled;
    private boolean digit;

    /** Cuts a line; a line without separators is one cell. */
    void read(CharSequence text, int from, int to) {
        count = 0;
        digit = false;
        int pipes = 0;
        boolean tab = false;
        boolean gap = false;
        char before = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0') {
                tab |= c == '\t';
                gap |= c == ' ' && before == ' ' || c == '.' && isLeader(text, i, to);
            } else {
                digit |= c <= '9';
                pipes += isPipe(c) ? 1 : 0;
                gap |= c == '\u00a0';
            }
            before = c;
        }
        ruled = pipes > 0 || tab;
        if (!ruled && !gap) {
            add(text, from, to);
            return;
        }
        int kind = pipes > 0 ? 0 : tab ? 1 : 2;
        int start = pipes > 0 && isPipe(text.charAt(from)) ? from + 1 : from;
        for (int i = start; i <= to; i++) {
            int width = i == to ? 1 : gap(text, i, to, kind);
            if (width > 0) {
                add(text, start, i);
                start = i + width;
                i = start - 1;
            }
        }
        if (pipes > 0 && count > 0 && starts[count - 1] == ends[count - 1]) {
            count--;
        }
    }

    private static int gap(CharSequence text, int at, int to, int kind) {
        char c = text.charAt(at);
        if (kind == 0) {
            return isPipe(c) ? 1 : 0;
        }
        if (kind == 1) {
            return c == '\t' ? 1 : 0;
        }
        if (c == '.') {
            return isLeader(text, at, to) ? leaderEnd(text, at, to) - at : 0;
        }
        int end = Scan.spaces(text, at, to);
        return end - at >= 2 ? end - at : 0;
    }

    /** Three dots or more lead the eye from a name to its value. */
    private static boolean isLeader(CharSequence text, int at, int to) {
        return at + 2 < to && text.charAt(at + 1) == '.' && text.charAt(at + 2) == '.';
    }

    private static int leaderEnd(CharSequence text, int at, int to) {
        int end = at;
        while (end < to && text.charAt(end) == '.') {
            end++;
        }
        return end;
    }

    private static boolean isPipe(char c) {
        return c == '|' || c == '\u2502';
    }

    private void add(CharSequence text, int from, int to) {
        if (count < MOST) {
            int start = Scan.spaces(text, from, to);
            int end = Scan.trimEnd(text, start, to);
            boolean bold = isBold(text, start, end);
            starts[count] = bold ? start + 2 : start;
            ends[count++] = bold ? end - 2 : end;
        }
    }

    /** Between Markdown's double asterisks. */
    private static boolean isBold(CharSequence text, int start, int end) {
        return end - start > 4
                && text.charAt(start) == '*'
                && text.charAt(start + 1) == '*'
                && text.charAt(end - 1) == '*'
                && text.charAt(end - 2) == '*'
                && text.charAt(start + 2) != '*';
    }

    /** Whether the line has a digit at all. */
    boolean hasDigit() {
        return digit;
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return starts[cell] >= ends[cell];
    }

    /** Whether pipes or tabs part the cells, so that empty cells keep their place. */
    boolean isRuled() {
        return ruled;
    }
}
