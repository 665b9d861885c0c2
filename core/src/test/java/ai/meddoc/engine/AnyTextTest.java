package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.text.DocumentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, the engine answers, and what it answers stands on the page. Texts are made from fixed seeds. */
final class AnyTextTest {

    private static final LocalEngine ENGINE = LocalEngine.load();
    private static final String ODD =
            "\u0000\u0130\u0149\ufb01\u2028\u200b\ud83d\ude00\u00a0\u00e0\u0084.,:;-()[]|<>*#=/'\"%0123456789\t\n\r\f";
    private static final String[] PIECES = {
        ".", " ", "\n", "u", "1", "5.2", "HbA1c", "mg/dL", "<", "(", ")", "-", "diabetes", "no", "family history",
                "PLAN:",
        "1.", "\t", "|", "\u0130", "\ufb01", "\ud83d", "\ude00", "\u0149", "left", "H", "7.2", "%", "*", "Hgb", "Na",
                "K",
        "\r\n", "\f", "\u2028", "\u0000", "'", "fracture", "of", "was", "the", "with", "e.g.", "Dr.", "due to", "denies"
    };

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".a\u00e0", ".", "Na of", "K was", "-OPERARArereop d):", "[", "1.", ":", "\ud83d"})
    void answersWhatOnceBroke(String text) {
        assertAnswers(text);
    }

    @Test
    void answersPiecesInAnyOrder() {
        Random random = new Random(20261125);
        for (int i = 0; i < 6_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(14); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertAnswers(text.toString());
        }
    }

    @Test
    void answersRealDocumentsThatWereDamaged() throws IOException {
        List<String> documents = documents();
        Random random = new Random(20261125);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(documents.get(random.nextInt(documents.size())));
            for (int n = 1 + random.nextInt(12); n > 0 && text.length() > 2; n--) {
                damage(text, random);
            }
            assertAnswers(text.toString());
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
            case 1 -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
            case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
            case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
            default -> text.setLength(at + 1);
        }
    }

    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>(List.of(ClinicalEngineContract.NOTE));
        try (Stream<Path> files = Files.list(Path.of("../test_docs"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                documents.add(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return documents;
    }

    private static void assertAnswers(String text) {
        String shown = text.codePoints()
                .limit(200)
                .mapToObj(Integer::toHexString)
                .toList()
                .toString();
        assertThatCode(() -> {
                    Analysis analysis = ENGINE.analyze(AnalysisRequest.of(DocumentText.of(text)));
                    for (CodeAssignment code : analysis.coding().assignments()) {
                        assertThat(code.evidence()).isNotEmpty();
                        for (Evidence evidence : code.evidence()) {
                            assertThat(text.substring(
                                            evidence.span().start(),
                                            evidence.span().end()))
                                    .isEqualTo(evidence.quote());
                        }
                    }
                })
                .as(shown)
                .doesNotThrowAnyException();
    }
}
