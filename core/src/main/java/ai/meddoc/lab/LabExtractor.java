package ai.meddoc.lab;

import ai.meddoc.text.DocumentText;
import java.util.List;

/**
 * Finds laboratory results in reports (tables with or without lines, one cell a line, several results a line) and in the
 * running text of notes. Unknown analytes are reported from tables only, under their printed name. Immutable and
 * thread-safe: load once, share. Linear in the length of the text.
 */
public final class LabExtractor {

    private final AnalyteTable table;

    private LabExtractor(AnalyteTable table) {
        this.table = table;
    }

    /** Reads the analytes and rules that come with the product. */
    public static LabExtractor load() {
        return new LabExtractor(AnalyteTable.load());
    }

    /** The results in the order of the text. Spans index {@link DocumentText#text()}. */
    public List<LabResult> extract(DocumentText document) {
        return new DocumentReader(document, table).read();
    }
}
