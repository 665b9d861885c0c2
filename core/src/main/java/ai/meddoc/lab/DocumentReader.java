package ai.meddoc.lab;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.PhraseTrie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through a document line by line and hands each line to the reader that understands it. One document, one thread. */
final class DocumentReader {

    private static final int LINES_AFTER_TABLE = 3;

    private final String text;
    private final LineCells cells = new LineCells();
    private final RowReader rows;
    private final FlatRowReader flat;
    private final VerticalReader vertical;
    private final ProseReader prose;
    private final SegmentReader segments;
    private final ResultBuilder builder;
    private final List<Draft> drafts = new ArrayList<>();
    private int proseStart = -1;
    private int proseEnd = -1;
    private int sinceRow;

    DocumentReader(DocumentText document, AnalyteTable table) {
        this.text = document.text();
        Patient patient = new Patient(text);
        PhraseTrie.Words words = table.trie().scan(document);
        TailReader tail = new TailReader(text, patient);
        NameReader names = new NameReader(text, table, words, tail);
        this.rows = new RowReader(text, table, tail, names);
        this.flat = new FlatRowReader(text, tail, names);
        this.vertical = new VerticalReader(text, tail, names);
        this.prose = new ProseReader(text, table, words, tail);
        this.segments = new SegmentReader(text, tail);
        this.builder = new ResultBuilder(text, table, patient);
    }

    List<LabResult> read() {
        for (int from = 0; from < text.length(); ) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            line(from, to);
            from = to + 1;
        }
        takeVertical();
        flushProse();
        return results();
    }

    private void line(int from, int to) {
        int start = content(from, to);
        int end = Scan.trimEnd(text, start, to);
        if (start >= end || isRule(start, end)) {
            return;
        }
        if (segments.isObservation(start, end)) {
            Draft observed = segments.read(start, end);
            drafts.addAll(observed == null ? List.of() : List.of(observed));
            return;
        }
        cells.read(text, start, end);
        List<Draft> found = cells.count() > 1 ? cellLine(from) : List.of();
        if (found.isEmpty() && cells.count() <= 1) {
            found = cells.hasDigit() ? flat.read(start, end, rows.inTable()) : List.of();
        }
        if (!found.isEmpty()) {
            takeVertical();
            flushProse();
            drafts.addAll(found);
            sinceRow = 0;
            return;
        }
        if (++sinceRow > LINES_AFTER_TABLE) {
            rows.endTable();
        }
        if (!isVertical(start, end)) {
            addProse(start, end);
        }
    }

    /** Columns are counted from the line's first character, so that an indented head stands over its column. */
    private List<Draft> cellLine(int start) {
        if (rows.readHead(cells, start)) {
            sinceRow = 0;
            return List.of();
        }
        return rows.read(cells, start, vertical.pendingName());
    }

    private boolean isVertical(int start, int end) {
        int first = start;
        int last = end;
        if (cells.count() > 1 && cells.isRuled()) {
            int only = onlyCell();
            if (only < 0) {
                return false;
            }
            first = cells.start(only);
            last = cells.end(only);
        }
        VerticalReader.Use use = vertical.read(first, last);
        if (use == VerticalReader.Use.NONE) {
            takeValued();
            use = vertical.begin(first, last);
        }
        if (use == VerticalReader.Use.PART) {
            flushProse();
            return true;
        }
        return false;
    }

    private int onlyCell() {
        int only = -1;
        for (int i = 0; i < cells.count(); i++) {
            if (!cells.isEmpty(i)) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    private void takeValued() {
        if (vertical.hasValue()) {
            takeVertical();
        }
    }

    private void takeVertical() {
        Draft done = vertical.take();
        if (done != null) {
            drafts.add(done);
        }
    }

    private void addProse(int start, int end) {
        proseStart = proseStart < 0 ? start : proseStart;
        proseEnd = end;
    }

    private void flushProse() {
        if (proseStart >= 0) {
            drafts.addAll(prose.read(proseStart, proseEnd));
            proseStart = -1;
        }
    }

    /** Skips Markdown's heading and quotation marks. */
    private int content(int from, int to) {
        int at = Scan.spaces(text, from, to);
        while (Scan.at(text, at, to) == '#'
                || Scan.at(text, at, to) == '>' && Scan.isSpace(Scan.at(text, at + 1, to))) {
            at = Scan.spaces(text, at + 1, to);
        }
        return at;
    }

    private boolean isRule(int from, int to) {
        for (int i = from; i < to; i++) {
            if ("|-=+:_ *".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Running text that repeats what a table of the same document says adds nothing. */
    private List<LabResult> results() {
        List<LabResult> results = new ArrayList<>(drafts.size());
        Set<String> inTables = new HashSet<>();
        for (Draft draft : drafts) {
            LabResult result = builder.build(draft);
            results.add(result);
            if (!draft.prose) {
                inTables.add(key(result));
            }
        }
        List<LabResult> kept = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            if (!drafts.get(i).prose || !inTables.contains(key(results.get(i)))) {
                kept.add(results.get(i));
            }
        }
        kept.sort((a, b) -> a.span().compareTo(b.span()));
        return List.copyOf(kept);
    }

    private static String key(LabResult result) {
        return result.analyte() + "=" + result.value();
    }
}
