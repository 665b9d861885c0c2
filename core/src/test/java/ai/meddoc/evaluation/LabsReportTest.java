package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LabsReportTest {

    @Test
    void takesNamesByTheirStartAndUnitsByTheirMeaning() {
        LabsReport report = report(
                List.of(row("Alkaline Phosphatase (serum)", 80, "\u00b5g/L", "HIGH")),
                List.of(row("alkaline phosph", 80, "ug / L", "H")));
        assertThat(report.valueRecall()).isEqualTo(1);
        assertThat(report.unit()).isEqualTo(1);
        assertThat(report.flag()).isEqualTo(1);
    }

    @Test
    void countsRowsThatAreNotInTheReport() {
        LabsReport report = report(
                List.of(row("Sodium", 140, "mmol/L", null)),
                List.of(row("Sodium", 140, "mmol/L", null), row("Page", 1, "", null)));
        assertThat(report.extraShare()).isEqualTo(1);
    }

    @Test
    void takesNoFlagForNormal() {
        LabsReport report = report(List.of(row("Sodium", 140, "", "NORMAL")), List.of(row("Sodium", 140, "", null)));
        assertThat(report.flag()).isEqualTo(1);
    }

    @Test
    void givesEachPredictedRowAwayOnce() {
        LabsReport.Item item = new LabsReport.Item(
                "1",
                List.of(row("Glucose", 90, "", null), row("Glucose", 90, "", null)),
                List.of(row("Glucose", 90, "", null)));
        assertThat(LabsReport.missed(item)).hasSize(1);
        assertThat(LabsReport.extra(item)).isEmpty();
        assertThat(LabsReport.of(List.of(item)).valueRecall()).isEqualTo(0.5);
    }

    private static LabsReport report(List<LabRow> gold, List<LabRow> predicted) {
        return LabsReport.of(List.of(new LabsReport.Item("1", gold, predicted)));
    }

    private static LabRow row(String name, double value, String unit, @Nullable String flag) {
        return new LabRow(name, value, unit, null, null, flag);
    }
}
