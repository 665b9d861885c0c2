package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/**
 * Reads reports that print name, value, unit, range and flag on lines of their own. Fed line by line; one document, one
 * thread.
 */
final class VerticalReader {

    private static final int LONGEST_NAME = 60;
    private static final int STRANGE_LINES = 2;

    private final CharSequence text;
    private final TailReader tail;
    private final NameReader names;
    private @Nullable Draft open;
    private boolean isKnown;
    private int strange;

    VerticalReader(CharSequence text, TailReader tail, NameReader names) {
        this.text = text;
        this.tail = tail;
        this.names = names;
    }

    /** What became of a line. */
    enum Use {
        /** Not of this kind; any result before it is complete. */
        NONE,
        NAME,
        /** A value, unit, range or flag of the open result. */
        PART
    }

    /** The result that is complete once its last line has passed, or null. */
    @Nullable Draft take() {
        Draft done = open;
        open = null;
        boolean whole = done != null
                && done.hasValue()
                && names.isResult(done, false, false)
                && (isKnown || done.hasUnit() && done.range != null);
        return whole ? done : null;
    }

    /** Whether the open result has its value, so that a strange line ends it. */
    boolean hasValue() {
        return open != null && open.hasValue();
    }

    /** The name of a line that stands alone, for a row that continues it; empty when there is none. */
    String pendingName() {
        return open != null && !open.hasValue() && strange == 0 ? open.name : "";
    }

    /** Reads a line of one cell that no other reader understood. A finished result waits in {@link #take()} first. */
    Use read(int from, int to) {
        Draft draft = open;
        if (draft != null && !draft.hasValue() && tail.valueCell(draft, from, to, false)) {
            return Use.PART;
        }
        if (draft != null && draft.hasValue() && tail.tail(draft, from, to, false) >= to) {
            return Use.PART;
        }
        FlagToken flag =
                draft != null && draft.hasValue() && draft.flag == null ? FlagToken.cell(text, from, to) : null;
        if (flag != null && draft != null) {
            draft.flag(flag);
            return Use.PART;
        }
        return Use.NONE;
    }

    /** Begins a result when the line is a name alone; else counts it as a stranger between name and value. */
    Use begin(int from, int to) {
        boolean name = to - from <= LONGEST_NAME
                && to - from > 1
                && Scan.isLetter(text.charAt(from))
                && text.charAt(to - 1) != '.';
        if (name && names.isKnown(from, to)) {
            return named(from, to);
        }
        int known = name && open == null ? names.knownEnd(from, to) : -1;
        if (known >= 0) {
            return named(known, to);
        }
        if (open != null && ++strange <= STRANGE_LINES) {
            return Use.NONE;
        }
        open = null;
        if (name && !hasDigit(from, to)) {
            open = new Draft(names.printed(from, to), from);
            isKnown = false;
            strange = 0;
        }
        return Use.NONE;
    }

    private Use named(int from, int to) {
        open = new Draft(names.printed(from, to), from);
        isKnown = true;
        strange = 0;
        return Use.NAME;
    }

    private boolean hasDigit(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Scan.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
