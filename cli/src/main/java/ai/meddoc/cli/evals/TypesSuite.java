package ai.meddoc.cli.evals;

import ai.meddoc.classify.Classification;
import ai.meddoc.cli.output.Json;
import ai.meddoc.evaluation.Calibration;
import ai.meddoc.evaluation.TypesReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Runs the types suite. */
final class TypesSuite {

    private TypesSuite() {}

    static SuiteResult run(List<JsonNode> gold, Runner runner) {
        List<TypesReport.Item> items = runner.answers(gold).stream()
                .map(answer -> item(answer, Gold.text(answer.gold(), "document_type")))
                .toList();
        TypesReport report = TypesReport.of(items);
        return new SuiteResult(
                FiguresJson.of(report),
                items.stream()
                        .map(i -> Json.object()
                                .put("id", i.id())
                                .put("document_type", i.predicted())
                                .put("confidence", i.confidence()))
                        .toList(),
                new ReportData(
                        items.stream().map(TypesSuite::row).toList(),
                        report.confusions(),
                        outcomes(items),
                        items.size()));
    }

    static TypesReport.Item item(Runner.Answer answer, String goldType) {
        Classification found = answer.analysis().classification();
        return new TypesReport.Item(
                Gold.text(answer.gold(), "id"), goldType, found.type().wireName(), found.confidence());
    }

    private static List<Calibration.Outcome> outcomes(List<TypesReport.Item> items) {
        return items.stream()
                .map(i -> new Calibration.Outcome(i.confidence(), i.gold().equals(i.predicted())))
                .toList();
    }

    private static ReportData.Row row(TypesReport.Item item) {
        List<String> gold = List.of(item.gold());
        if (item.gold().equals(item.predicted())) {
            return new ReportData.Row(item.id(), gold, gold, List.of(), List.of());
        }
        ReportData.Mark taken = new ReportData.Mark(
                item.predicted(), "instead of " + item.gold() + ", confidence %.2f".formatted(item.confidence()));
        return new ReportData.Row(item.id(), gold, List.of(), List.of(), List.of(taken));
    }
}
