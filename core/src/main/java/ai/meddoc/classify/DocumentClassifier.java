package ai.meddoc.classify;

import ai.meddoc.document.DocumentType;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the type of a document by weighted cues: titles, headings, rows of results and turns of phrase, added up for each
 * type. Abstains with {@code OTHER} when nothing speaks for one of the five. Immutable and thread-safe: load once, share.
 * Linear in the length of the text.
 */
public final class DocumentClassifier {

    private static final int MOST_CUES = 6;
    /** Scores are divided by it before they become confidences; chosen so that confidences are calibrated. */
    private static final double TEMPERATURE = 1.6;

    private static final double HIGHEST_CONFIDENCE = 0.99;

    private final CueTable table;

    private DocumentClassifier(CueTable table) {
        this.table = table;
    }

    /** Reads the cues that come with the product. */
    public static DocumentClassifier load() {
        return new DocumentClassifier(CueTable.load());
    }

    /** The type of a document with the cues that decided; their spans index {@link DocumentText#text()}. */
    public Classification classify(DocumentText document) {
        DocumentScan scan = new DocumentScan(table, document);
        if (scan.isEmpty()) {
            return new Classification(DocumentType.OTHER, 0.5, "The document has no text.", List.of());
        }
        DocumentType[] types = DocumentType.values();
        double[] scores = new double[types.length];
        int best = 0;
        for (int i = 0; i < types.length; i++) {
            scores[i] = scan.score(types[i]);
            best = scores[i] > scores[best] ? i : best;
        }
        List<Cue> cues = cues(scan, types[best]);
        return new Classification(types[best], confidence(scores, best), rationale(scan, types[best], cues), cues);
    }

    private static double confidence(double[] scores, int best) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp((score - scores[best]) / TEMPERATURE);
        }
        return Math.min(HIGHEST_CONFIDENCE, 1 / sum);
    }

    private List<Cue> cues(DocumentScan scan, DocumentType type) {
        List<Cue> cues = new ArrayList<>();
        for (int cue = 0; cue < table.size(); cue++) {
            Span span = scan.span(cue);
            double weight = scan.weight(cue, type);
            if (span != null && weight > 0) {
                cues.add(new Cue(table.cue(cue).id(), span, weight));
            }
        }
        cues.sort(Comparator.comparingDouble(Cue::weight).reversed().thenComparing(Cue::span));
        return cues.size() > MOST_CUES ? cues.subList(0, MOST_CUES) : cues;
    }

    private static String rationale(DocumentScan scan, DocumentType type, List<Cue> cues) {
        StringBuilder text = new StringBuilder(160);
        if (type == DocumentType.BASIC_METABOLIC_PANEL && isComprehensive(scan.panels())) {
            text.append("A comprehensive metabolic panel, which contains the basic metabolic panel (")
                    .append(scan.panels().bmpAnalytes())
                    .append(" of its 8 analytes). ");
        }
        if (cues.isEmpty()) {
            return text.append("No cue speaks for one of the five types.").toString();
        }
        text.append("Decided by ");
        for (int i = 0; i < cues.size(); i++) {
            text.append(i == 0 ? "" : i == cues.size() - 1 ? " and " : ", ")
                    .append(cues.get(i).name().replace('-', ' '));
        }
        return text.append('.').toString();
    }

    private static boolean isComprehensive(Panels panels) {
        return panels.cmpAnalytes() >= 3;
    }
}
