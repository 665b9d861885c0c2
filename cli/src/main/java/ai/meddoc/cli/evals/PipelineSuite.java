package ai.meddoc.cli.evals;

import ai.meddoc.cli.output.Json;
import ai.meddoc.engine.Analysis;
import ai.meddoc.evaluation.PipelineItem;
import ai.meddoc.evaluation.PipelineReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs the pipeline suite; its figures have the shape of the REST API's evaluation report. */
final class PipelineSuite {

    private static final int SHOWN = 160;

    private PipelineSuite() {}

    static SuiteResult run(List<JsonNode> gold, Runner runner) {
        List<Runner.Answer> answers = runner.answers(gold);
        List<PipelineItem> items = answers.stream().map(PipelineSuite::item).toList();
        PipelineReport report = PipelineReport.of(items);
        int goldCodes = report.codes().micro().right() + report.codes().micro().missed();
        return new SuiteResult(
                figures(report, items, answers),
                items.stream().map(i -> CodesSuite.prediction(i.codes())).toList(),
                new ReportData(
                        IntStream.range(0, items.size())
                                .mapToObj(i -> row(items.get(i), answers.get(i).analysis()))
                                .toList(),
                        report.types().confusions(),
                        report.codes().outcomes(),
                        goldCodes));
    }

    private static PipelineItem item(Runner.Answer answer) {
        JsonNode gold = answer.gold().path("gold");
        return new PipelineItem(
                TypesSuite.item(answer, Gold.text(gold, "document_type")),
                CodesSuite.item(
                        answer, gold.path("icd10_codes"), CodesSuite.quoted(gold.path("evidence"), answer.text())),
                Gold.texts(gold.path("summary_facts")),
                answer.analysis().summary().text(),
                answer.analysis().labResults());
    }

    private static ObjectNode figures(PipelineReport report, List<PipelineItem> items, List<Runner.Answer> answers) {
        ObjectNode node = Json.object()
                .put("items", items.size())
                .put("codes_precision", report.codes().micro().precision())
                .put("codes_recall", report.codes().micro().recall())
                .put("codes_f1", report.codes().micro().f1())
                .put("summary_coverage", report.factCoverage())
                .put("mode", answers.getFirst().analysis().provenance().engine());
        ArrayNode results = node.putArray("test_results");
        items.forEach(item -> results.add(result(item)));
        ObjectNode metadata = node.putObject("metadata");
        var provenance = answers.getFirst().analysis().provenance();
        metadata.put("engine_version", provenance.engineVersion());
        metadata.put("terminology_release", provenance.terminologyRelease());
        metadata.put("type_accuracy", report.types().accuracy());
        metadata.set("types", FiguresJson.of(report.types()));
        metadata.set("codes", FiguresJson.of(report.codes()));
        return node;
    }

    private static ObjectNode result(PipelineItem item) {
        ObjectNode node = Json.object()
                .put("id", item.codes().id())
                .put("document_type", item.type().predicted())
                .put("query", shortened(item.codes().text()));
        node.set("expected_codes", Json.strings(item.codes().goldCodes()));
        node.set("predicted_codes", Json.strings(item.codes().predictedCodes()));
        node.put("generated_summary", item.summary());
        var exact = item.codes().exact();
        node.putObject("metrics")
                .put("precision", exact.precision())
                .put("recall", exact.recall())
                .put("f1", exact.f1())
                .put("coverage", item.coverage());
        return node;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "\u2026";
    }

    private static ReportData.Row row(PipelineItem item, Analysis analysis) {
        ReportData.Row codes = CodesSuite.row(item.codes(), analysis);
        List<ReportData.Mark> missed = new ArrayList<>(codes.missed());
        item.missingFacts().forEach(fact -> missed.add(new ReportData.Mark(fact, "not in the summary")));
        List<ReportData.Mark> wrong = new ArrayList<>(codes.wrong());
        if (!item.type().gold().equals(item.type().predicted())) {
            wrong.addFirst(new ReportData.Mark(
                    item.type().predicted(), "instead of " + item.type().gold()));
        }
        return new ReportData.Row(codes.id(), codes.gold(), codes.found(), missed, wrong);
    }
}
