package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TypesReportTest {

    @Test
    void countsPerGoldType() {
        TypesReport report = TypesReport.of(List.of(
                new TypesReport.Item("1", "CT", "CT", 1),
                new TypesReport.Item("2", "CT", "X-RAY", 1),
                new TypesReport.Item("3", "X-RAY", "X-RAY", 1),
                new TypesReport.Item("4", "X-RAY", "OTHER", 1)));
        assertThat(report.accuracy()).isEqualTo(0.5);
        assertThat(report.perType().get("X-RAY")).isEqualTo(new PrecisionRecall(1, 1, 1));
        assertThat(report.perType()).doesNotContainKey("OTHER");
        assertThat(report.macroF1()).isEqualTo(0.5834);
        assertThat(report.confusions()).containsEntry(new TypesReport.Confusion("CT", "X-RAY"), 1);
    }
}
