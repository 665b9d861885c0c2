package ai.meddoc.lab;

import ai.meddoc.text.PhraseTrie;
import org.jspecify.annotations.Nullable;

/** Tells analyte names from other words, and "Name: value unit" within one cell or line. One document, one thread. */
final class NameReader {

    private static final int LONGEST_FLAT_NAME = 60;
    private static final int MOST_NAME_WORDS = 8;

    private final CharSequence text;
    private final AnalyteTable table;
    private final PhraseTrie.Words words;
    private final TailReader tail;

    NameReader(CharSequence text, AnalyteTable table, PhraseTrie.Words words, TailReader tail) {
        this.words = words;
        this.text = text;
        this.table = table;
        this.tail = tail;
    }

    /** Where the unit starts that ends a cell after a known name ("Sodium mmol/L"), or -1. */
    int unitStart(int start, int end) {
        int at = end;
        while (at > start && !Scan.isSpace(text.charAt(at - 1))) {
            at--;
        }
        boolean unit = at > start
                && at < end
                && text.charAt(at) != '('
                && text.charAt(at) != '['
                && Units.end(text, at, end) == end;
        return unit && isKnown(start, Scan.trimEnd(text, start, at)) && !isKnown(start, end) ? at : -1;
    }

    /** Whether a cell is a known name and nothing else. */
    boolean isKnown(int start, int end) {
        return end - start <= LONGEST_FLAT_NAME
                && mayBeKnown(start, end)
                && table.resolve(printed(start, end), "", 0) != null;
    }

    /** A name in the line, or a line that may be one cut off: short, and its first word begins a name. */
    private boolean mayBeKnown(int start, int end) {
        int first = words.firstFrom(start);
        int i = first;
        for (; i < words.size() && words.start(i) < end && i - first < MOST_NAME_WORDS; i++) {
            long match = words.id(i) < 0 ? PhraseTrie.NONE : table.trie().longest(words, i);
            if (match != PhraseTrie.NONE
                    && !table.name(PhraseTrie.phrase(match)).analytes().isEmpty()) {
                return true;
            }
        }
        return end - start >= AnalyteTable.SHORTEST_CUT_NAME
                && i > first
                && i - first <= 4
                && (i - first == 1 || words.id(first) >= 0);
    }

    /** Start of the known name that a line ends with ("Summary Thyroid Stimulating Hormone"), or -1. */
    int knownEnd(int start, int end) {
        int longest = Math.max(words.firstFrom(start) + 1, words.firstFrom(end) - 5);
        for (int i = longest; i < words.size() && words.end(i) <= end; i++) {
            long match = words.id(i) < 0 ? PhraseTrie.NONE : table.trie().longest(words, i);
            boolean whole = match != PhraseTrie.NONE && words.end(PhraseTrie.endWord(match) - 1) == end;
            if (whole && table.name(PhraseTrie.phrase(match)).kind() == AnalyteTable.Kind.RESULT) {
                return words.start(i);
            }
        }
        return -1;
    }

    /** The printed name: without colons, dot leaders, list marks and the number of a footnote. */
    String printed(int start, int end) {
        int last = end;
        while (last > start && ":.=-_\u2013*,".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
            last = Scan.trimEnd(text, start, last);
        }
        boolean footnote = last - start > 4
                && text.charAt(last - 2) == '0'
                && Scan.isDigit(text.charAt(last - 1))
                && Scan.isSpace(text.charAt(last - 3));
        return text.subSequence(start, footnote ? Scan.trimEnd(text, start, last - 3) : last)
                .toString();
    }

    /** The name of a row, joined with the line before when only both together are known. */
    String joined(String pendingName, int start, int end) {
        String name = printed(start, end);
        if (pendingName.isEmpty() || table.resolve(name, "", 0) != null) {
            return name;
        }
        String both = pendingName + " " + name;
        return table.resolve(both, "", 0) != null ? both : name;
    }

    /** "Hemoglobin 9.8 g/dL" or "WBC: 12.3 (4.5-11.0)" filling a cell, or null. */
    @Nullable Draft nameAndValue(int start, int end) {
        int value = valueStart(start, end);
        if (value < 0) {
            return null;
        }
        Draft draft = new Draft(printed(start, Scan.trimEnd(text, start, value)), start);
        return tail.valueCell(draft, value, end, false) ? draft : null;
    }

    /** A row that a cell opens with a known name, with or without its value in the same cell; null for all else. */
    @Nullable Draft knownRow(int start, int end) {
        if (isKnown(start, end)) {
            return new Draft(printed(start, end), start);
        }
        Draft whole = nameAndValue(start, end);
        return whole != null && table.resolve(whole.name, "", 0) != null ? whole : null;
    }

    /** Where the value begins after a name at the start of a stretch; known names may contain numbers. -1 when nowhere. */
    int valueStart(int start, int end) {
        int first = words.firstFrom(start);
        if (first + 1 >= words.size() || words.start(first) > start + 1 || words.start(first + 1) >= end) {
            return -1;
        }
        long match = words.id(first) < 0 ? PhraseTrie.NONE : table.trie().longest(words, first);
        int from = match == PhraseTrie.NONE ? words.end(first) : words.end(PhraseTrie.endWord(match) - 1);
        if (from > end) {
            return -1;
        }
        boolean known = match != PhraseTrie.NONE
                && !table.name(PhraseTrie.phrase(match)).analytes().isEmpty();
        boolean letters = Scan.hasLetter(text, start, from);
        for (int at = from; letters && at < end; at++) {
            char c = text.charAt(at);
            if (startsNumber(at, end) && (at > from || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                return at - start > LONGEST_FLAT_NAME ? -1 : at;
            }
            if (c == ';' || c == '.' && !known && Scan.isSpace(Scan.at(text, at + 1, end))) {
                return -1;
            }
        }
        return -1;
    }

    private boolean startsNumber(int at, int end) {
        char c = text.charAt(at);
        char before = Scan.at(text, at - 1, end);
        if (Scan.isLetter(before) || Scan.isDigit(before) || before == '(' && !Scan.isDigit(c)) {
            return false;
        }
        return Scan.isDigit(c)
                || c == '.' && Scan.isDigit(Scan.at(text, at + 1, end))
                || (c == '<'
                        || c == '>'
                        || c == '\u2264'
                        || c == '\u2265'
                        || c == '*'
                        || c == '\u2191'
                        || c == '\u2193')
                || c == '-' && Scan.isDigit(Scan.at(text, at + 1, end)) && Scan.isSpace(before);
    }

    /** Whether a row that reads as a result is one: known names are, unknown ones with a unit and a range or in a table. */
    boolean isResult(Draft draft, boolean inTable, boolean ruled) {
        String words = Scan.words(draft.name, 0, draft.name.length());
        if (words.isEmpty() || !Scan.hasLetter(words, 0, words.length()) || table.isBlocked(words)) {
            return false;
        }
        boolean unit = draft.hasUnit();
        boolean range = draft.range != null;
        Analyte analyte = table.resolve(draft, text);
        if (analyte != null) {
            boolean bare = !unit && !range && draft.flag == null && !inTable && !ruled;
            return !bare || analyte.factorFor("", draft.value().value()) != null && !table.isTablesOnly(words);
        }
        if (isBlockedStart(words)) {
            return false;
        }
        return inTable ? unit || range : range && (unit || ruled && draft.flag != null);
    }

    private boolean isBlockedStart(String words) {
        int space = words.lastIndexOf(' ');
        for (String rest = words; space > 0; space = rest.lastIndexOf(' ')) {
            rest = rest.substring(0, space);
            if (table.isBlocked(rest)) {
                return true;
            }
        }
        return false;
    }
}
