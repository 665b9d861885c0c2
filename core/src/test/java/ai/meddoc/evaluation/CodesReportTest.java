package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodesReportTest {

    private static final String TEXT = "Type 2 diabetes with neuropathy. Hypertension.";

    @Test
    void comparesCodesWhateverTheirForm() {
        CodesItem item = item(List.of("e1140", "I10"), predicted("E11.40", 0.9, 0, 31), predicted("E11.9", 0.4, 0, 15));
        CodesReport report = CodesReport.of(List.of(item));
        assertThat(report.micro()).isEqualTo(new PrecisionRecall(1, 1, 1));
        assertThat(report.category()).isEqualTo(new PrecisionRecall(1, 0, 1));
        assertThat(report.predictedPerDocument()).isEqualTo(2);
    }

    @Test
    void countsADocumentWithoutCodesOnBothSidesAsRight() {
        CodesReport report = CodesReport.of(List.of(item(List.of())));
        assertThat(report.documentF1()).isEqualTo(1);
        assertThat(report.grounding().verbatimShare()).isNull();
        assertThat(report.calibrationError()).isEmpty();
    }

    @Test
    void seesAQuoteThatIsNotTheTextUnderItsSpan() {
        Evidence shifted = new Evidence(new Span(1, 16), 1, TEXT.substring(0, 15));
        CodesItem item = item(List.of("E11.9"), new CodesItem.PredictedCode("E11.9", 1, List.of(shifted)));
        assertThat(CodesReport.of(List.of(item)).grounding().verbatimShare()).isEqualTo(0);
    }

    @Test
    void comparesTheEvidenceOfRightCodesWithTheGolds() {
        CodesItem item = new CodesItem(
                "1",
                TEXT,
                List.of("E11.40", "I10"),
                List.of(
                        new CodesItem.GoldEvidence("E11.40", new Span(21, 31)),
                        new CodesItem.GoldEvidence("I10", new Span(0, 6))),
                List.of(predicted("E11.40", 1, 0, 31), predicted("I10", 1, 33, 45)));
        assertThat(CodesReport.of(List.of(item)).grounding().overlapShare()).isEqualTo(0.5);
    }

    @Test
    void drawsTheSameIntervalEveryTime() {
        List<PrecisionRecall> documents =
                List.of(new PrecisionRecall(2, 1, 0), new PrecisionRecall(0, 1, 3), new PrecisionRecall(1, 0, 0));
        Bootstrap.Interval interval = Bootstrap.microF1(documents);
        assertThat(interval).isEqualTo(Bootstrap.microF1(documents));
        assertThat(interval.low()).isLessThan(0.5454).isLessThan(interval.high());
    }

    private static CodesItem item(List<String> gold, CodesItem.PredictedCode... predicted) {
        return new CodesItem("1", TEXT, gold, List.of(), List.of(predicted));
    }

    private static CodesItem.PredictedCode predicted(String code, double confidence, int start, int end) {
        Evidence evidence = Evidence.of(DocumentText.of(TEXT), new Span(start, end));
        return new CodesItem.PredictedCode(code, confidence, List.of(evidence));
    }
}
