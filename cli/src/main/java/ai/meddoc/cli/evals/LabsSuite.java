package ai.meddoc.cli.evals;

import ai.meddoc.cli.output.Json;
import ai.meddoc.evaluation.LabRow;
import ai.meddoc.evaluation.LabsReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the labs suite. */
final class LabsSuite {

    private LabsSuite() {}

    static SuiteResult run(List<JsonNode> gold, Runner runner) {
        List<LabsReport.Item> items =
                runner.answers(gold).stream().map(LabsSuite::item).toList();
        return new SuiteResult(
                FiguresJson.of(LabsReport.of(items)),
                items.stream().map(LabsSuite::prediction).toList(),
                ReportData.of(items.stream().map(LabsSuite::row).toList()));
    }

    private static LabsReport.Item item(Runner.Answer answer) {
        List<LabRow> gold = new ArrayList<>();
        answer.gold().path("results").forEach(node -> gold.add(goldRow(node)));
        return new LabsReport.Item(
                Gold.text(answer.gold(), "id"),
                gold,
                answer.analysis().labResults().stream().map(LabRow::of).toList());
    }

    private static LabRow goldRow(JsonNode node) {
        return new LabRow(
                node.path("name").asText(),
                number(node.path("value")),
                string(node.path("unit")),
                number(node.path("low")),
                number(node.path("high")),
                string(node.path("flag")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static @Nullable String string(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static ObjectNode prediction(LabsReport.Item item) {
        ObjectNode node = Json.object().put("id", item.id());
        ArrayNode labs = node.putArray("labs");
        for (LabRow row : item.predicted()) {
            labs.addObject()
                    .put("name", row.name())
                    .put("value", row.value())
                    .put("unit", row.unit())
                    .put("low", row.low())
                    .put("high", row.high())
                    .put("flag", row.flag());
        }
        return node;
    }

    private static ReportData.Row row(LabsReport.Item item) {
        List<LabRow> missed = LabsReport.missed(item);
        List<String> found = item.gold().stream()
                .filter(row -> !missed.contains(row))
                .map(LabsSuite::words)
                .toList();
        return new ReportData.Row(
                item.id(),
                item.gold().stream().map(LabsSuite::words).toList(),
                found,
                missed.stream().map(LabsSuite::words).toList(),
                LabsReport.extra(item).stream().map(LabsSuite::words).toList());
    }

    private static String words(LabRow row) {
        return row.name() + " " + row.value();
    }
}
