package ai.meddoc.cli.evals;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.AssertionDetector;
import ai.meddoc.cli.output.Json;
import ai.meddoc.evaluation.AssertionsReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Runs the assertions suite on the detector alone: of an item it sees the sentence and the concept. */
final class AssertionsSuite {

    private AssertionsSuite() {}

    static SuiteResult run(List<JsonNode> gold) {
        AssertionDetector detector = AssertionDetector.load();
        List<AssertionsReport.Item> items =
                gold.stream().map(node -> item(node, detector)).toList();
        return new SuiteResult(
                FiguresJson.of(AssertionsReport.of(items)),
                items.stream()
                        .map(i -> Json.object()
                                .put("id", i.id())
                                .put("negated", i.negated())
                                .put("historical", i.historical()))
                        .toList(),
                ReportData.of(items.stream().map(AssertionsSuite::row).toList()));
    }

    private static AssertionsReport.Item item(JsonNode gold, AssertionDetector detector) {
        Assertion found = detector.assertionIn(Gold.text(gold, "sentence"), Gold.text(gold, "concept"));
        return new AssertionsReport.Item(
                Gold.text(gold, "id"),
                gold.path("negated").asBoolean(),
                gold.path("historical").asBoolean(),
                found.presence() == Assertion.Presence.ABSENT,
                found.temporality() == Assertion.Temporality.HISTORICAL);
    }

    private static ReportData.Row row(AssertionsReport.Item item) {
        List<String> gold = words(item.goldNegated(), item.goldHistorical());
        List<String> said = words(item.negated(), item.historical());
        return new ReportData.Row(
                item.id(),
                gold,
                gold.stream().filter(said::contains).toList(),
                marks(gold, said, "no trigger reached it"),
                marks(said, gold, "a trigger reached too far"));
    }

    private static List<ReportData.Mark> marks(List<String> words, List<String> without, String why) {
        return words.stream()
                .filter(word -> !without.contains(word))
                .map(word -> new ReportData.Mark(word, why))
                .toList();
    }

    private static List<String> words(boolean negated, boolean historical) {
        List<String> words = new ArrayList<>();
        if (negated) {
            words.add("negated");
        }
        if (historical) {
            words.add("historical");
        }
        return words;
    }
}
