package ai.meddoc.lab;

import ai.meddoc.lab.TableHead.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of result tables: cells in columns, one or several results a line. One document, one thread. */
final class RowReader {

    private static final int LONGEST_NAME = 70;
    private static final Set<String> SPECIMENS =
            Set.of("serum", "plasma", "blood", "whole blood", "urine", "csf", "ser", "plas", "wb", "s", "p");

    private final CharSequence text;
    private final AnalyteTable table;
    private final TailReader tail;
    private final NameReader names;
    private @Nullable TableHead head;
    private int lineStart;
    private List<Draft> rows = new ArrayList<>();
    private @Nullable Draft open;
    private @Nullable FlagToken leading;
    private boolean qualitative;
    private boolean strange;

    RowReader(CharSequence text, AnalyteTable table, TailReader tail, NameReader names) {
        this.text = text;
        this.table = table;
        this.tail = tail;
        this.names = names;
    }

    /** Takes note of a head line; true when it is one. */
    boolean readHead(LineCells cells, int from) {
        TableHead found = TableHead.of(text, cells, from);
        if (found != null) {
            head = found;
        }
        return found != null;
    }

    void endTable() {
        head = null;
    }

    boolean inTable() {
        return head != null;
    }

    /**
     * The results of a line of at least two cells.
     *
     * @param pendingName a name alone on the line before, which this line's name may continue, or empty
     */
    List<Draft> read(LineCells cells, int from, String pendingName) {
        rows = new ArrayList<>(2);
        open = null;
        leading = null;
        qualitative = false;
        strange = false;
        lineStart = from;
        for (int cell = 0; cell < cells.count(); cell++) {
            if (!cells.isEmpty(cell)) {
                Role role = head == null ? Role.UNKNOWN : head.role(cells, cell, from);
                if (role != Role.OTHER) {
                    cell(cells.start(cell), cells.end(cell), role, pendingName);
                }
            }
        }
        close(cells.isRuled());
        return strange && head == null && !cells.isRuled() ? List.of() : rows;
    }

    private void cell(int start, int end, Role role, String pendingName) {
        Draft draft = open;
        if (draft == null) {
            startRow(start, end, pendingName);
        } else if (!draft.hasValue() && !qualitative) {
            value(draft, start, end, role);
        } else if (qualitative) {
            afterQualitative(start, end);
        } else if (role == Role.UNIT && !draft.hasUnit()) {
            unitCell(draft, start, end);
        } else if (!isNextRow(draft, start, end) && !tail.moreCell(draft, start, end)) {
            startNext(start, end, role);
        }
    }

    /** A short unit that only the head tells from a name, as printed. */
    private void unitCell(Draft draft, int start, int end) {
        if (!tail.moreCell(draft, start, end) && end - start <= 24) {
            draft.unit(start, end);
        }
    }

    private void startRow(int start, int end, String pendingName) {
        Draft whole = names.nameAndValue(start, end);
        if (whole != null) {
            open = whole;
        } else if (isName(start, end)) {
            open = named(start, end, pendingName);
        } else if (leading == null) {
            leading = FlagToken.cell(text, start, end);
        }
    }

    /** A row's draft from its name: with the flag that stands before it and the unit that ends it ("Sodium mmol/L"). */
    private Draft named(int start, int end, String pendingName) {
        int unit = names.unitStart(start, end);
        Draft draft =
                new Draft(names.joined(pendingName, start, unit < 0 ? end : Scan.trimEnd(text, start, unit)), start);
        if (unit >= 0) {
            draft.unit(unit, end);
        }
        if (leading != null) {
            draft.flag(leading);
        }
        return draft;
    }

    private boolean isName(int start, int end) {
        return end - start <= LONGEST_NAME && Scan.hasLetter(text, start, end) && !isFlag(start, end);
    }

    /** "H" and "LL", not "CL" and "NA": these are names. */
    private boolean isFlag(int start, int end) {
        return FlagToken.cell(text, start, end) != null && (end - start < 2 || !names.isKnown(start, end));
    }

    private void value(Draft draft, int start, int end, Role role) {
        if (role == Role.RANGE && tail.rangeCell(draft, start, end)
                || tail.valueCell(draft, start, end, role == Role.VALUE)) {
            return;
        }
        FlagToken flag = FlagToken.cell(text, start, end);
        if (flag != null && end - start <= 2) {
            draft.flag(flag);
        } else if (role == Role.NAME || SPECIMENS.contains(Scan.words(text, start, end))) {
            return;
        } else if (role == Role.UNIT || Units.end(text, start, end) == end) {
            draft.unit(start, end);
        } else {
            qualitative = true;
            strange |= isSentence(start, end);
        }
    }

    private void afterQualitative(int start, int end) {
        Draft next = names.knownRow(start, end);
        if (next != null) {
            qualitative = false;
            open = next;
        }
    }

    /** A known name after a complete result opens the next one, whatever else the cell could be read as ("H" excepted). */
    private boolean isNextRow(Draft draft, int start, int end) {
        if (!Scan.isLetter(text.charAt(start)) || isFlag(start, end)) {
            return false;
        }
        Draft next = names.knownRow(start, end);
        if (next == null) {
            return false;
        }
        close(true);
        open = next;
        return true;
    }

    private void startNext(int start, int end, Role role) {
        if (role == Role.NAME && isName(start, end)) {
            close(true);
            open = new Draft(names.printed(start, end), start);
        } else {
            strange |= isSentence(start, end);
        }
    }

    private boolean isSentence(int start, int end) {
        int words = 0;
        for (int i = start; i < end; i++) {
            words += Scan.isSpace(text.charAt(i)) ? 1 : 0;
        }
        return words >= 3;
    }

    private void close(boolean ruled) {
        Draft draft = open;
        if (draft != null && draft.hasValue() && !qualitative && names.isResult(draft, head != null, ruled)) {
            rows.add(draft);
        }
        open = null;
        qualitative = false;
    }
}
