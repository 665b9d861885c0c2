package ai.meddoc.lab;

import java.util.ArrayList;
import java.util.List;

/** Reads lines like "Glucose 73.6 mg/dL 70-99 NORMAL" or "Sodium: 138 Potassium: 4.1", which hold results and nothing else. */
final class FlatRowReader {

    private static final int LONGEST_LINE = 220;

    private final CharSequence text;
    private final TailReader tail;
    private final NameReader names;

    FlatRowReader(CharSequence text, TailReader tail, NameReader names) {
        this.text = text;
        this.tail = tail;
        this.names = names;
    }

    /** The results of a line, or none when anything else stands on it. */
    List<Draft> read(int from, int to, boolean inTable) {
        int at = bullet(from, to);
        int end = lineEnd(at, to);
        if (end - at > LONGEST_LINE || end - at < 4) {
            return List.of();
        }
        List<Draft> rows = new ArrayList<>(2);
        while (at < end) {
            int value = names.valueStart(at, end);
            if (value < 0 || wordsBefore(at, value) > 7) {
                return List.of();
            }
            Draft draft = new Draft(names.printed(at, Scan.trimEnd(text, at, value)), at);
            at = next(draft, value, end);
            if (at < 0 || !names.isResult(draft, inTable, false)) {
                return List.of();
            }
            rows.add(draft);
        }
        return rows;
    }

    /** Reads one result; answers where the next one starts, or -1. */
    private int next(Draft draft, int value, int end) {
        if (tail.valueCell(draft, value, end, false)) {
            return end;
        }
        NumberToken number = NumberToken.at(text, value, end);
        if (number == null) {
            return -1;
        }
        draft.value(number);
        int after = Scan.spaces(text, tail.tail(draft, number.end(), end, false), end);
        return after > number.end() && Scan.isLetter(Scan.at(text, after, end)) && names.valueStart(after, end) > 0
                ? after
                : -1;
    }

    /** Without dot leaders and full stops. */
    private int lineEnd(int from, int to) {
        int end = Scan.trimEnd(text, from, to);
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '_')) {
            end = Scan.trimEnd(text, from, end - 1);
        }
        return end;
    }

    private int wordsBefore(int from, int to) {
        int words = 1;
        for (int i = from; i < to; i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    private int bullet(int from, int to) {
        int at = from;
        while (at < to && "-*\u2022\u00b7 \t#>".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
