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
        List<LabsReport.Pair> pairs = LabsReport.pairs(item);
        List<ReportData.Mark> wrong = new ArrayList<>();
        pairs.forEach(pair -> differences(pair, wrong));
        LabsReport.extra(item).forEach(row -> wrong.add(new ReportData.Mark(words(row), "not in the report")));
        return new ReportData.Row(
                item.id(),
                item.gold().stream().map(LabsSuite::words).toList(),
                pairs.stream().map(pair -> words(pair.gold())).toList(),
                LabsReport.missed(item).stream()
                        .map(row -> new ReportData.Mark(words(row), "no row of that name and value"))
                        .toList(),
                wrong);
    }

    private static void differences(LabsReport.Pair pair, List<ReportData.Mark> wrong) {
        LabRow gold = pair.gold();
        LabRow found = pair.found();
        if (!found.hasSameUnit(gold)) {
            wrong.add(mark(gold, "unit", found.unit(), gold.unit()));
        }
        if (!found.hasSameRange(gold)) {
            wrong.add(mark(gold, "range", found.low() + " to " + found.high(), gold.low() + " to " + gold.high()));
        }
        String flag = gold.flag();
        if (flag != null && !found.hasSameFlag(flag)) {
            wrong.add(mark(gold, "flag", found.flag(), flag));
        }
    }

    private static ReportData.Mark mark(LabRow row, String what, @Nullable String said, @Nullable String gold) {
        return new ReportData.Mark(words(row), "other " + what + ": " + said + " instead of " + gold);
    }

    private static String words(LabRow row) {
        return row.name() + " " + row.value();
    }
}
