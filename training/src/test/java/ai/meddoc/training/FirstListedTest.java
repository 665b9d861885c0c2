package ai.meddoc.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the engine lists first what the coder listed first, where it found that code among others. */
final class FirstListedTest {

    private static final LocalEngine ENGINE = LocalEngine.load();

    @Test
    void lists_first_what_the_coder_does() throws IOException {
        assertThat(share(labels().stream().filter(d -> !d.inpatient()).toList()))
                .isGreaterThan(0.88);
        assertThat(share(labels().stream().filter(LabelledDocument::inpatient).toList()))
                .isGreaterThan(0.82);
    }

    private static List<LabelledDocument> labels() throws IOException {
        List<LabelledDocument> labels = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("labels"))) {
            for (Path file : files.sorted().toList()) {
                labels.addAll(LabelledDocument.read(file));
            }
        }
        return labels;
    }

    private static double share(List<LabelledDocument> documents) {
        int right = 0;
        int all = 0;
        for (LabelledDocument document : documents) {
            List<String> codes = reported(document);
            if (codes.size() > 1
                    && !document.codes().isEmpty()
                    && codes.contains(document.codes().iterator().next())) {
                all++;
                right += codes.getFirst().equals(document.codes().iterator().next()) ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    private static List<String> reported(LabelledDocument document) {
        Encounter encounter = document.inpatient() ? Encounter.inpatient() : Encounter.outpatient();
        return ENGINE
                .analyze(AnalysisRequest.of(DocumentText.of(document.text())).withEncounter(encounter))
                .coding()
                .assignments()
                .stream()
                .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                .map(a -> a.code().code())
                .toList();
    }
}
