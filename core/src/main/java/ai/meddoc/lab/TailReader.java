package ai.meddoc.lab;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a value and what stands after it: unit, range, flag, in any order. One document, one thread. */
final class TailReader {

    private final CharSequence text;
    private final Patient patient;

    TailReader(CharSequence text, Patient patient) {
        this.text = text;
        this.patient = patient;
    }

    /** Reads unit, range and flag as far as they go; answers the offset after the last of them. */
    int tail(Draft draft, int from, int to, boolean prose) {
        int at = from;
        for (int next = step(draft, at, to, prose); next > at; next = step(draft, at, to, prose)) {
            at = next;
        }
        return at;
    }

    private int step(Draft draft, int from, int to, boolean prose) {
        int at = Scan.spaces(text, from, to);
        if (at >= to) {
            return from;
        }
        if (!draft.hasUnit()) {
            int end = unit(draft, at, to);
            if (end > 0) {
                return end;
            }
        }
        if (draft.range == null && (!prose || isMarkedRange(at, to))) {
            RangeToken range = RangeToken.at(text, at, to, patient);
            if (range != null) {
                draft.range(range);
                if (!draft.hasUnit() && range.unitEnd() > range.unitStart()) {
                    draft.unit(range.unitStart(), range.unitEnd());
                }
                return afterRangeUnit(draft, range.end(), to);
            }
        }
        boolean dash = Scan.isDash(text.charAt(at)) && Scan.isSpace(Scan.at(text, at + 1, to));
        FlagToken flag = draft.flag == null ? FlagToken.at(text, dash ? Scan.spaces(text, at + 1, to) : at, to) : null;
        if (flag == null) {
            return from;
        }
        draft.flag(flag);
        return flag.end();
    }

    private int unit(Draft draft, int at, int to) {
        char open = text.charAt(at);
        boolean bracket = open == '(' || open == '[';
        int start = bracket ? at + 1 : at;
        int end = Units.end(text, start, to);
        if (end < 0 || Character.isLetterOrDigit(Scan.at(text, end, to))) {
            return -1;
        }
        if (bracket && Scan.at(text, end, to) != ')' && Scan.at(text, end, to) != ']') {
            return -1;
        }
        draft.unit(start, end);
        return bracket ? end + 1 : end;
    }

    /** "70-99 mg/dL": the unit after a range is the result's too. */
    private int afterRangeUnit(Draft draft, int from, int to) {
        int at = Scan.spaces(text, from, to);
        int end = at < to ? Units.end(text, at, to) : -1;
        if (end < 0 || Character.isLetterOrDigit(Scan.at(text, end, to))) {
            return from;
        }
        if (!draft.hasUnit()) {
            draft.unit(at, end);
        }
        return end;
    }

    /** In running text only a range in brackets or with a label is one. */
    private boolean isMarkedRange(int at, int to) {
        char c = text.charAt(at);
        return c == '(' || c == '[' || c != '<' && c != '>' && RangeToken.label(text, at, to) > at;
    }

    /** Reads a cell of a column of ranges that stands before the value. */
    boolean rangeCell(Draft draft, int from, int to) {
        RangeToken range = RangeToken.at(text, from, to, patient);
        if (range == null) {
            return false;
        }
        draft.range(range);
        return true;
    }

    /** Reads a cell that states a value, alone or with unit, range and flag; null token in the draft when it does not. */
    boolean valueCell(Draft draft, int from, int to, boolean lenient) {
        int at = from;
        FlagToken before = FlagToken.at(text, from, to);
        if (before != null) {
            at = Scan.spaces(text, before.end(), to);
        }
        NumberToken number = number(at, to);
        if (number == null || !isClean(number.end(), to)) {
            return false;
        }
        Draft trial = new Draft(draft.name, draft.start);
        trial.range = draft.range;
        trial.flag = draft.flag;
        trial.value(number);
        int end = tail(trial, number.end(), to, false);
        FlagToken rest = end < to ? FlagToken.cell(text, Scan.spaces(text, end, to), to) : null;
        if (Scan.trimEnd(text, from, to) > end && rest == null && !lenient) {
            return false;
        }
        if (before != null && before.flag() != null) {
            draft.flag(before);
        }
        draft.value(number);
        if (rest != null) {
            draft.flag(rest);
        }
        tail(draft, number.end(), to, false);
        return true;
    }

    private @Nullable NumberToken number(int at, int to) {
        NumberToken number = NumberToken.at(text, at, to);
        if (number == null || Scan.at(text, number.end(), to) != ',') {
            return number;
        }
        int decimals = number.end() + 1;
        int end = decimals;
        while (Scan.isDigit(Scan.at(text, end, to))) {
            end++;
        }
        if (end == decimals || end - decimals > 2) {
            return number;
        }
        double whole = number.value();
        double part = Digits.value(text, decimals, end) / Math.pow(10, end - decimals);
        return new NumberToken(number.start(), end, whole + part, number.comparator());
    }

    /** Nothing sticks to the number but a unit, a flag, a bracket or a sign. */
    private boolean isClean(int end, int to) {
        if (!Scan.isLetter(Scan.at(text, end, to))) {
            return true;
        }
        return Units.end(text, end, to) > 0 || FlagToken.at(text, end, to) != null;
    }

    /** Reads a cell after the value: unit, range, flag or several of them; false when it is something else. */
    boolean moreCell(Draft draft, int from, int to) {
        int end = tail(draft, from, to, false);
        if (end >= to) {
            return true;
        }
        int rest = Scan.spaces(text, end, to);
        FlagToken flag = FlagToken.cell(text, rest, to);
        if (flag != null) {
            if (draft.flag == null || Objects.requireNonNull(draft.flag).flag() == null) {
                draft.flag(flag);
            }
            return true;
        }
        return end > from || isRepeat(rest, to);
    }

    /** A cell that repeats a unit or a range already read, as tables with joined cells do. */
    private boolean isRepeat(int from, int to) {
        Draft again = new Draft("", from);
        return tail(again, from, to, false) >= to;
    }
}
