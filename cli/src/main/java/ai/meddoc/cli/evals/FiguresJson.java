package ai.meddoc.cli.evals;

import ai.meddoc.cli.output.Json;
import ai.meddoc.evaluation.AssertionsReport;
import ai.meddoc.evaluation.Bootstrap;
import ai.meddoc.evaluation.CodesReport;
import ai.meddoc.evaluation.LabsReport;
import ai.meddoc.evaluation.PrecisionRecall;
import ai.meddoc.evaluation.TypesReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Figures under the names that the independent scorer gives them. */
final class FiguresJson {

    private FiguresJson() {}

    static ObjectNode of(PrecisionRecall counts) {
        return Json.object()
                .put("p", counts.precision())
                .put("r", counts.recall())
                .put("f1", counts.f1());
    }

    static ObjectNode of(CodesReport report) {
        ObjectNode node = Json.object().put("docs", report.documents());
        node.set("micro", of(report.micro()));
        node.set("category", of(report.category()));
        node.put("doc_f1", report.documentF1());
        node.put("code_macro_f1", report.codeMacroF1());
        node.put("predicted_per_doc", report.predictedPerDocument());
        node.put("codes_without_evidence", report.grounding().codesWithoutEvidence());
        if (report.calibrationError().isPresent()) {
            node.put("calibration_error", report.calibrationError().getAsDouble());
        } else {
            node.putNull("calibration_error");
        }
        node.put("quotes", report.grounding().quotes());
        node.put("long_quotes", report.grounding().longQuotes());
        node.put("quotes_verbatim", report.grounding().verbatimShare());
        node.put("evidence_overlap", report.grounding().overlapShare());
        interval(node, "micro_f1_interval_95", report.intervals().microF1());
        interval(node, "precision_interval_95", report.intervals().precision());
        interval(node, "category_f1_interval_95", report.intervals().categoryF1());
        return node;
    }

    private static void interval(ObjectNode node, String name, Bootstrap.Interval interval) {
        node.putArray(name).add(interval.low()).add(interval.high());
    }

    static ObjectNode of(TypesReport report) {
        ObjectNode node = Json.object()
                .put("docs", report.documents())
                .put("accuracy", report.accuracy())
                .put("macro_f1", report.macroF1());
        ObjectNode perType = node.putObject("per_type");
        report.perType().forEach((type, counts) -> perType.set(type, of(counts)));
        ObjectNode confusions = node.putObject("confusions");
        report.confusions().entrySet().stream()
                .filter(e -> !e.getKey().isRight())
                .sorted(Map.Entry.<TypesReport.Confusion, Integer>comparingByValue()
                        .reversed())
                .forEach(e ->
                        confusions.put(e.getKey().gold() + " -> " + e.getKey().predicted(), e.getValue()));
        return node;
    }

    static ObjectNode of(AssertionsReport report) {
        ObjectNode node = Json.object().put("mentions", report.mentions()).put("answered", report.mentions());
        node.set("negated", of(report.negated()));
        node.set("historical", of(report.historical()));
        return node;
    }

    static ObjectNode of(LabsReport report) {
        return Json.object()
                .put("docs", report.documents())
                .put("rows", report.rows())
                .put("value_recall", report.valueRecall())
                .put("unit", report.unit())
                .put("range", report.range())
                .put("flag", report.flag())
                .put("extra_share", report.extraShare());
    }
}
