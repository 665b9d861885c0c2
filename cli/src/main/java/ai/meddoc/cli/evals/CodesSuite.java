package ai.meddoc.cli.evals;

import ai.meddoc.cli.output.Json;
import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.engine.Analysis;
import ai.meddoc.evaluation.CodesItem;
import ai.meddoc.evaluation.CodesReport;
import ai.meddoc.evaluation.MissReason;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the codes suite. Suggested codes are no predictions: nobody would report them as they stand. */
final class CodesSuite {

    private CodesSuite() {}

    static SuiteResult run(List<JsonNode> gold, Runner runner) {
        List<CodesItem> items = new ArrayList<>();
        List<ReportData.Row> rows = new ArrayList<>();
        for (Runner.Answer answer : runner.answers(gold)) {
            CodesItem item = item(answer, answer.gold().path("codes"), evidence(answer.gold()));
            items.add(item);
            rows.add(row(item, answer.analysis()));
        }
        CodesReport report = CodesReport.of(items);
        int goldCodes = report.micro().right() + report.micro().missed();
        return new SuiteResult(
                FiguresJson.of(report),
                items.stream().map(CodesSuite::prediction).toList(),
                new ReportData(rows, Map.of(), report.outcomes(), goldCodes));
    }

    static CodesItem item(Runner.Answer answer, JsonNode codes, List<CodesItem.GoldEvidence> evidence) {
        return new CodesItem(
                Gold.text(answer.gold(), "id"),
                answer.text().text(),
                Gold.texts(codes),
                evidence,
                answer.analysis().coding().assignments().stream()
                        .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                        .map(a -> new CodesItem.PredictedCode(a.code().code(), a.confidence(), a.evidence()))
                        .toList());
    }

    private static List<CodesItem.GoldEvidence> evidence(JsonNode gold) {
        List<CodesItem.GoldEvidence> evidence = new ArrayList<>();
        for (JsonNode node : gold.path("evidence")) {
            if (node.path("start").isInt() && node.path("end").isInt()) {
                Span span =
                        new Span(node.path("start").asInt(), node.path("end").asInt());
                evidence.add(new CodesItem.GoldEvidence(node.path("code").asText(), span));
            }
        }
        return evidence;
    }

    /** Gold evidence given as quotes. */
    static List<CodesItem.GoldEvidence> quoted(JsonNode evidence, DocumentText text) {
        List<CodesItem.GoldEvidence> found = new ArrayList<>();
        for (JsonNode node : evidence) {
            String quote = node.path("quote").asText();
            int at = quote.isEmpty() ? -1 : text.text().indexOf(quote);
            if (at >= 0) {
                Span span = new Span(at, at + quote.length());
                found.add(new CodesItem.GoldEvidence(node.path("code").asText(), span));
            }
        }
        return found;
    }

    static ObjectNode prediction(CodesItem item) {
        ObjectNode node = Json.object().put("id", item.id());
        ArrayNode codes = node.putArray("codes");
        for (CodesItem.PredictedCode predicted : item.predicted()) {
            ObjectNode code = codes.addObject().put("code", predicted.code()).put("confidence", predicted.confidence());
            ArrayNode evidence = code.putArray("evidence");
            for (Evidence e : predicted.evidence()) {
                evidence.addObject()
                        .put("text", e.quote())
                        .put("start", e.span().start())
                        .put("end", e.span().end());
            }
        }
        return node;
    }

    static ReportData.Row row(CodesItem item, Analysis analysis) {
        Set<String> gold = item.goldCodes();
        Set<String> predicted = item.predictedCodes();
        return new ReportData.Row(
                item.id(),
                List.copyOf(gold),
                predicted.stream().filter(gold::contains).toList(),
                gold.stream()
                        .filter(code -> !predicted.contains(code))
                        .map(code -> missed(code, predicted, analysis))
                        .toList(),
                predicted.stream()
                        .filter(code -> !gold.contains(code))
                        .map(code -> wrong(code, gold))
                        .toList());
    }

    private static ReportData.Mark missed(String code, Set<String> predicted, Analysis analysis) {
        MissReason reason = MissReason.of(code, predicted, analysis.coding().rejected(), analysis.sections());
        return new ReportData.Mark(code, reason.words());
    }

    private static ReportData.Mark wrong(String code, Set<String> gold) {
        boolean sameCategory = gold.stream().anyMatch(g -> g.startsWith(code.substring(0, 3)));
        return new ReportData.Mark(code, sameCategory ? MissReason.WRONG_SPECIFICITY.words() : "not in the gold");
    }
}
