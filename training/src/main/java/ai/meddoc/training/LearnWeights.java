package ai.meddoc.training;

import ai.meddoc.coding.CandidateFeatures;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import ai.meddoc.training.LogisticRegression.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns one of the two weight files of {@code core/coding}: {@code mention} (every present mention, from CodiEsp's
 * training part) or {@code report} (what a coder reports, from our own labelled notes).
 */
public final class LearnWeights {

    private LearnWeights() {}

    /** Arguments: {@code mention|report}, the file of weights to write, one or more files of labelled documents. */
    public static void main(String[] arguments) throws IOException {
        boolean mentions = arguments[0].equals("mention");
        List<LabelledDocument> documents = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            documents.addAll(LabelledDocument.read(Path.of(arguments[i])));
        }
        List<Row> rows = rows(documents, mentions);
        int gold = documents.stream().mapToInt(d -> d.codes().size()).sum();
        double c = mentions ? 0.5 : 0.3;
        int seldom = mentions ? 2 : 3;
        String quality = CrossValidation.report(rows, gold, c, seldom);
        System.out.println(documents.size() + " documents, " + rows.size() + " candidates; ten-fold: " + quality);
        write(
                Path.of(arguments[1]),
                LogisticRegression.fit(rows, c, seldom),
                documents.size() + " documents of " + Path.of(arguments[2]).getFileName() + "; ten-fold " + quality);
    }

    private static List<Row> rows(List<LabelledDocument> documents, boolean mentions) {
        LocalEngine engine = LocalEngine.load();
        List<Row> rows = new ArrayList<>();
        for (LabelledDocument document : documents) {
            AnalysisRequest request = AnalysisRequest.of(DocumentText.of(document.text()))
                    .withEncounter(document.inpatient() ? Encounter.inpatient() : Encounter.outpatient())
                    .withCodingMode(
                            mentions ? AnalysisRequest.CodingMode.ALL_MENTIONS : AnalysisRequest.CodingMode.REPORTABLE);
            for (CandidateFeatures candidate : engine.candidates(request)) {
                rows.add(new Row(
                        document.id(),
                        features(candidate, mentions),
                        document.codes().contains(candidate.code())));
            }
        }
        return rows;
    }

    /** Which disease it is says little of whether it is reported at this visit; from few notes it would be noise. */
    private static Map<String, Double> features(CandidateFeatures candidate, boolean mentions) {
        Map<String, Double> features = new TreeMap<>(candidate.features());
        if (!mentions) {
            features.keySet().removeIf(name -> name.startsWith("code:") || name.startsWith("category:"));
        }
        return features;
    }

    private static void write(Path file, Map<String, Double> weights, String provenance) throws IOException {
        StringBuilder text = new StringBuilder("# learned by training/LearnWeights from " + provenance + "\n");
        weights.forEach((name, weight) -> {
            if (Math.abs(weight) >= 0.005) {
                text.append(String.format(Locale.ROOT, "%s\t%.3f%n", name, weight));
            }
        });
        Files.writeString(file, text);
    }
}
