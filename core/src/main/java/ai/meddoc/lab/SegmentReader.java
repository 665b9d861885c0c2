package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/** Reads the observation segments of HL7 version 2 messages, as interfaces print them. One document, one thread. */
final class SegmentReader {

    private static final String OBSERVATION = "obx";
    private static final int NAME = 3;
    private static final int VALUE = 5;
    private static final int UNIT = 6;
    private static final int RANGE = 7;
    private static final int FLAG = 8;

    private final CharSequence text;
    private final TailReader tail;

    SegmentReader(CharSequence text, TailReader tail) {
        this.text = text;
        this.tail = tail;
    }

    boolean isObservation(int from, int to) {
        return Scan.startsWith(text, from, to, OBSERVATION) && Scan.at(text, from + OBSERVATION.length(), to) == '|';
    }

    /** The result of a segment, or null when its value is no number. */
    @Nullable Draft read(int from, int to) {
        int[] starts = new int[FLAG + 1];
        int count = 0;
        for (int i = from; i < to && count < FLAG; i++) {
            if (text.charAt(i) == '|') {
                starts[++count] = i + 1;
            }
        }
        if (count < VALUE) {
            return null;
        }
        int name = nameStart(starts[NAME], end(starts[NAME], to));
        Draft draft = new Draft(text.subSequence(name, componentEnd(name, to)).toString(), from);
        if (!tail.valueCell(draft, starts[VALUE], end(starts[VALUE], to), false)) {
            return null;
        }
        for (int field : new int[] {UNIT, RANGE, FLAG}) {
            if (field <= count) {
                more(draft, starts[field], to);
            }
        }
        return draft;
    }

    private void more(Draft draft, int start, int to) {
        int end = componentEnd(start, to);
        if (end > start) {
            tail.moreCell(draft, start, end);
        }
    }

    /** The second component is the name for people; the first is a code. */
    private int nameStart(int start, int end) {
        int component = componentEnd(start, end);
        boolean named = component + 1 < end && text.charAt(component) == '^' && text.charAt(component + 1) != '^';
        return named ? component + 1 : start;
    }

    private int componentEnd(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '^' && text.charAt(at) != '|') {
            at++;
        }
        return at;
    }

    private int end(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '|') {
            at++;
        }
        return at;
    }
}
