package ai.meddoc.classify;

import ai.meddoc.document.DocumentType;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weighs cues for each type; the strongest wins if it is strong enough. Immutable; thread-safe. */
public final class DocumentClassifier {

    private record CuePattern(DocumentType type, String name, Pattern pattern, double weight) {}

    private static final List<CuePattern> CUES = List.of(
            cue(DocumentType.COMPLETE_BLOOD_COUNT, "cbc-title", "\\b(?:cbc|complete blood count|hemogram)\\b", 3),
            cue(
                    DocumentType.COMPLETE_BLOOD_COUNT,
                    "cbc-analytes",
                    "\\b(?:wbc|hemoglobin|hgb|hematocrit|platelets?|plt|mcv|mchc?|rdw)\\b",
                    0.8),
            cue(
                    DocumentType.BASIC_METABOLIC_PANEL,
                    "bmp-title",
                    "\\b(?:bmp|cmp|(?:basic|comprehensive) metabolic)\\b",
                    3),
            cue(
                    DocumentType.BASIC_METABOLIC_PANEL,
                    "bmp-analytes",
                    "\\b(?:sodium|potassium|chloride|co2|carbon dioxide|bicarbonate|bun|creatinine|glucose|calcium)\\b",
                    0.8),
            cue(DocumentType.X_RAY, "x-ray", "\\b(?:x-?ray|radiograph|xr|pa and lateral|ap view)\\b", 2),
            cue(DocumentType.CT, "ct", "\\b(?:ct|cta|computed tomography)\\b", 1.5),
            cue(
                    DocumentType.CLINICAL_NOTE,
                    "note-headings",
                    "\\b(?:chief complaint|history of present illness|hpi|review of systems|physical exam(?:ination)?|assessment|subjective|medications|past medical history)\\b",
                    1.2));

    private DocumentClassifier() {}

    private static CuePattern cue(DocumentType type, String name, String regex, double weight) {
        return new CuePattern(type, name, Pattern.compile(regex), weight);
    }

    public static DocumentClassifier load() {
        return new DocumentClassifier();
    }

    public Classification classify(DocumentText text) {
        String lower = text.text().substring(0, Math.min(20_000, text.length())).toLowerCase(Locale.ROOT);
        Map<DocumentType, Double> scores = new EnumMap<>(DocumentType.class);
        List<Cue> cues = new ArrayList<>();
        for (CuePattern cue : CUES) {
            Matcher m = cue.pattern().matcher(lower);
            int n = 0;
            while (n < 8 && m.find()) {
                if (n++ == 0) {
                    cues.add(new Cue(cue.name(), new Span(m.start(), m.end()), cue.weight()));
                }
            }
            scores.merge(cue.type(), n * cue.weight(), Double::sum);
        }
        DocumentType best = DocumentType.OTHER;
        double score = 2.5;
        for (Map.Entry<DocumentType, Double> e : scores.entrySet()) {
            if (e.getValue() > score) {
                best = e.getKey();
                score = e.getValue();
            }
        }
        return new Classification(best, 0.7, "By its cues.", cues);
    }
}
