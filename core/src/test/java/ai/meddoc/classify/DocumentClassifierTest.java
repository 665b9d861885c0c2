package ai.meddoc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.DocumentType;
import ai.meddoc.text.DocumentText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DocumentClassifierTest {

    private static final DocumentClassifier CLASSIFIER = DocumentClassifier.load();

    static Stream<Arguments> documents() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DocumentClassifierTest.class.getResourceAsStream("documents.txt"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== "))
                    .filter(part -> !part.isBlank())
                    .map(DocumentClassifierTest::document);
        }
    }

    private static Arguments document(String part) {
        int line = part.indexOf('\n');
        String[] head = part.substring(0, line).split(" \\| ");
        return Arguments.of(head[0], head[1], part.substring(line + 1));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("documents")
    void tellsLookAlikesApart(String type, String what, String text) {
        Classification found = CLASSIFIER.classify(DocumentText.of(text));

        assertThat(found.type().wireName()).as(what + ": " + found.rationale()).isEqualTo(type);
    }

    @Test
    void callsAComprehensivePanelBasicAndSaysSo() {
        String text =
                "COMPREHENSIVE METABOLIC PANEL\nGlucose 90 mg/dL\nBUN 12 mg/dL\nCreatinine 0.9 mg/dL\nSodium 140 mmol/L\n"
                        + "Potassium 4.0 mmol/L\nChloride 101 mmol/L\nCO2 25 mmol/L\nCalcium 9.2 mg/dL\nTotal Protein 7.0 g/dL\n"
                        + "Albumin 4.2 g/dL\nTotal Bilirubin 0.5 mg/dL\nAlkaline Phosphatase 70 U/L\nAST 20 U/L\nALT 18 U/L\n";
        Classification found = CLASSIFIER.classify(DocumentText.of(text));

        assertThat(found.type()).isEqualTo(DocumentType.BASIC_METABOLIC_PANEL);
        assertThat(found.rationale()).contains("comprehensive metabolic panel");
        assertThat(found.confidence()).isGreaterThan(0.9);
    }

    @Test
    void showsTheCuesThatDecidedStrongestFirst() {
        String text = "EXAM: CT chest with contrast.\nFINDINGS: No nodule.\nIMPRESSION: Normal.";
        Classification found = CLASSIFIER.classify(DocumentText.of(text));

        assertThat(found.cues()).isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
        assertThat(found.cues().get(0).name()).isEqualTo("modality-ct");
        assertThat(found.cues().get(0).span().of(text)).isEqualTo("CT chest");
    }

    @Test
    void abstainsFromEmptyText() {
        Classification found = CLASSIFIER.classify(DocumentText.of(" \n\t"));

        assertThat(found.type()).isEqualTo(DocumentType.OTHER);
        assertThat(found.cues()).isEmpty();
    }

    @Test
    void isLessSureWithoutCues() {
        assertThat(CLASSIFIER
                        .classify(DocumentText.of("Heat the oven and bake the bread."))
                        .confidence())
                .isLessThan(0.6);
    }

    /** Documents of many styles that look like others: panels, quoted examinations, invoices, procedures, papers. */
    @Test
    void tellsLookAlikes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DocumentClassifierTest.class.getResourceAsStream("look-alikes.txt"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = all.split("(?m)^##### ");
            assertThat(Arrays.stream(parts)
                            .filter(part -> !part.isBlank())
                            .filter(part -> !isRight(part))
                            .toList())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(parts.length).isGreaterThan(80);
        }
    }

    private static boolean isRight(String part) {
        int line = part.indexOf('\n');
        String type = part.substring(0, line).strip();
        return CLASSIFIER
                .classify(DocumentText.of(part.substring(line + 1)))
                .type()
                .wireName()
                .equals(type);
    }

    @ParameterizedTest
    @MethodSource("ai.meddoc.text.RandomTexts#any")
    void answersForAnyText(String text) {
        Classification found = CLASSIFIER.classify(DocumentText.of(text));

        assertThat(found.confidence()).isBetween(0.0, 1.0);
        assertThat(found.cues()).allSatisfy(cue -> assertThat(cue.span().end()).isLessThanOrEqualTo(text.length()));
    }
}
