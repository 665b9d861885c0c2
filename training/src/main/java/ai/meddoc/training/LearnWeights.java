package ai.meddoc.training;

import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.AnalysisRequest.CodingMode;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.mention.LearnedPhrase;
import ai.meddoc.mention.LearnedPhrases;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.text.DocumentText;
import ai.meddoc.training.LogisticRegression.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Learns the weight files of {@code core}: {@code mention} (every present mention, from CodiEsp's training part) with
 * the phrases it rests on, or {@code report} (what a coder reports, from our own labelled notes).
 */
public final class LearnWeights {

    private final List<LabelledDocument> documents;
    private final String source;

    private LearnWeights(List<LabelledDocument> documents, String files) {
        this.documents = documents;
        this.source = documents.size() + " documents of " + files;
    }

    /** Arguments: {@code report WEIGHTS DOCUMENTS...} or {@code mention WEIGHTS DOCUMENTS PHRASES}; weights and phrases are written. */
    public static void main(String[] arguments) throws IOException {
        boolean mentions = arguments[0].equals("mention");
        List<LabelledDocument> documents = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (int i = 2; i < (mentions ? 3 : arguments.length); i++) {
            Path file = Path.of(arguments[i]);
            documents.addAll(LabelledDocument.read(file));
            files.add(file.getFileName().toString());
        }
        LearnWeights learning = new LearnWeights(documents, String.join(", ", files));
        if (mentions) {
            learning.mention(Path.of(arguments[1]), Path.of(arguments[3]));
        } else {
            learning.report(Path.of(arguments[1]));
        }
    }

    private void report(Path weights) throws IOException {
        LocalEngine engine = LocalEngine.load();
        List<Row> rows = new ArrayList<>();
        documents.forEach(document -> rows.addAll(rows(engine, document, CodingMode.REPORTABLE)));
        write(weights, rows, 1, 3);
    }

    /** The phrases of a document's features are learned from the other folds, as they will be met in new documents. */
    private void mention(Path weights, Path phrases) throws IOException {
        Icd10CmReleases releases = Icd10CmReleases.bundled();
        PhraseDocument.Reader reader = new PhraseDocument.Reader();
        List<PhraseDocument> read = documents.stream().map(reader::read).toList();
        List<Row> rows = new ArrayList<>();
        for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
            List<PhraseDocument> others = new ArrayList<>();
            for (int d = 0; d < read.size(); d++) {
                if (foldOf(d) != fold) {
                    others.add(read.get(d));
                }
            }
            LocalEngine engine = LocalEngine.with(releases, LearnedPhrases.of(learn(others, releases)));
            for (int d = 0; d < read.size(); d++) {
                if (foldOf(d) == fold) {
                    rows.addAll(rows(engine, documents.get(d), CodingMode.ALL_MENTIONS));
                }
            }
        }
        write(phrases, learn(read, releases));
        write(weights, rows, 0.3, 2);
    }

    private int foldOf(int document) {
        return CrossValidation.foldOf(documents.get(document).id());
    }

    private static List<LearnedPhrase> learn(List<PhraseDocument> from, Icd10CmReleases releases) {
        Icd10Cm newest = releases.newest();
        return PhraseLearner.learn(from, code -> {
            int node = newest.indexOf(code);
            return node >= 0 && newest.billableAt(node);
        });
    }

    private static List<Row> rows(LocalEngine engine, LabelledDocument document, CodingMode mode) {
        AnalysisRequest request = AnalysisRequest.of(DocumentText.of(document.text()))
                .withEncounter(document.inpatient() ? Encounter.inpatient() : Encounter.outpatient())
                .withCodingMode(mode);
        return engine.candidates(request).stream()
                .map(candidate -> new Row(
                        document.id(),
                        new TreeMap<>(candidate.features()),
                        document.codes().contains(candidate.code())))
                .toList();
    }

    private void write(Path file, List<Row> rows, double c, int seldom) throws IOException {
        int gold = documents.stream().mapToInt(d -> d.codes().size()).sum();
        String quality = CrossValidation.report(rows, gold, c, seldom);
        System.out.println(documents.size() + " documents, " + rows.size() + " candidates; ten-fold: " + quality);
        StringBuilder text = new StringBuilder(learnedFrom())
                .append("; ten-fold ")
                .append(quality)
                .append('\n');
        LogisticRegression.fit(rows, c, seldom).forEach((name, weight) -> {
            if (Math.abs(weight) >= 0.005) {
                text.append(String.format(Locale.ROOT, "%s\t%.3f%n", name, weight));
            }
        });
        Files.writeString(file, text);
    }

    private void write(Path file, List<LearnedPhrase> phrases) throws IOException {
        StringBuilder text = new StringBuilder(learnedFrom()).append('\n');
        text.append("# phrase, code, documents that have both, documents that say the phrase without denying it\n");
        for (LearnedPhrase phrase : phrases) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s\t%s\t%d\t%d%n",
                    phrase.phrase(),
                    phrase.code(),
                    phrase.coded(),
                    phrase.documents()));
        }
        Files.writeString(file, text);
    }

    private String learnedFrom() {
        return "# learned by training/LearnWeights from " + source;
    }
}
