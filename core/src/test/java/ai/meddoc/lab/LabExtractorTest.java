package ai.meddoc.lab;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RandomTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LabExtractorTest {

    private static final LabExtractor EXTRACTOR = LabExtractor.load();

    static Stream<Arguments> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(LabExtractorTest.class.getResourceAsStream("rows.txt"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(LabExtractorTest::row);
        }
    }

    private static Arguments row(String line) {
        int arrow = line.lastIndexOf(" =>");
        String text = line.substring(0, arrow).replace("\\n", "\n").replace("\\t", "\t");
        return Arguments.of(text, line.substring(arrow + 3).strip());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsResults(String text, String expected) {
        List<LabResult> results = EXTRACTOR.extract(DocumentText.of(text));

        assertThat(results.stream().map(LabExtractorTest::show).collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    private static String show(LabResult result) {
        String name = result.analyte() == null ? '"' + result.name() + '"' : result.analyte();
        String unit = result.unit().isEmpty() ? "" : " " + result.unit();
        ReferenceRange range = result.flagSource() == LabResult.FlagSource.OUR_RANGE ? null : result.range();
        String limits = range == null ? "" : " [" + bound(range.low()) + ".." + bound(range.high()) + "]";
        String flag = result.flag() == null ? "NONE" : result.flag().name();
        return name + " " + result.comparator() + result.value() + unit + limits + " " + flag
                + (result.critical() ? "!" : "");
    }

    private static String bound(@org.jspecify.annotations.Nullable Double bound) {
        return bound == null ? "" : bound.toString();
    }

    @Test
    void quotesValueAndRowVerbatim() {
        String text = "## CMP\n\n| Test | Result | Unit |\n|---|---|---|\n| Sodium | 131 | mmol/L |\n";
        LabResult sodium = EXTRACTOR.extract(DocumentText.of(text)).get(0);

        assertThat(sodium.valueSpan().of(text)).isEqualTo("131");
        assertThat(sodium.span().of(text)).isEqualTo("Sodium | 131 | mmol/L");
        assertThat(sodium.loinc()).isEqualTo("2951-2");
        assertThat(sodium.flagSource()).isEqualTo(LabResult.FlagSource.OUR_RANGE);
    }

    @Test
    void prefersTheReportsOwnRangeToOurs() {
        LabResult result =
                EXTRACTOR.extract(DocumentText.of("Sodium 131 mmol/L 125-140")).get(0);

        assertThat(result.flag()).isEqualTo(LabFlag.NORMAL);
        assertThat(result.flagSource()).isEqualTo(LabResult.FlagSource.REPORT_RANGE);
    }

    @Test
    void prefersTheReportsOwnFlagToItsRange() {
        LabResult result = EXTRACTOR
                .extract(DocumentText.of("| Sodium | 134 | mmol/L | 135-145 | NORMAL |"))
                .get(0);

        assertThat(result.flag()).isEqualTo(LabFlag.NORMAL);
        assertThat(result.flagSource()).isEqualTo(LabResult.FlagSource.REPORT);
    }

    @Test
    void readsPanelsWithTheHeadRepeatedOnEveryPage() {
        String head = "Test          Result   Units    Reference\n";
        String text = "CBC\n" + head + "WBC           7.1      K/uL     4.5-11.0\n\nPage 2\n" + head
                + "BMP\nSodium        139      mmol/L   135-145\n";

        assertThat(EXTRACTOR.extract(DocumentText.of(text)))
                .extracting(LabResult::analyte)
                .containsExactly("White blood cells", "Sodium");
    }

    @Test
    void leavesOutOfRunningTextWhatATableAlreadySays() {
        String text =
                "| Potassium | 5.9 | mmol/L | 3.5-5.1 | H |\n\nComment: potassium of 5.9 was called to the ward.\n";

        assertThat(EXTRACTOR.extract(DocumentText.of(text))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ai.meddoc.text.RandomTexts#any")
    void answersForAnyTextWithSpansInside(String text) {
        for (LabResult result : EXTRACTOR.extract(DocumentText.of(text))) {
            assertThat(result.span().end()).isLessThanOrEqualTo(text.length());
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void survivesCutReports(String text) {
        for (LabResult result : EXTRACTOR.extract(DocumentText.of(text))) {
            assertThat(result.span().length()).isBetween(1, 300);
            assertThat(result.valueSpan().of(text)).isEqualTo(result.valueText());
            assertThat(result.span().contains(result.valueSpan())).isTrue();
        }
    }

    static Stream<String> cuts() {
        String report =
                "| Glucose | <20 | mg/dL | 70 - 99 | LL |\nWBC 12.3 (H), 80% neutrophils, H&H 9.8/29.5, A1c from 8.1 to 7.2\n"
                        + "Sodium: 128 mmol/L (135-145) L     Potassium: 4.1\nCreatinine\n\n0.88 mg/dL\n\nRef: 0.59-1.04\n";
        return RandomTexts.cuts(report);
    }
}
