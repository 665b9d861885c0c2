package ai.meddoc.server.evals;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.evaluation.CodesItem;
import ai.meddoc.evaluation.PipelineItem;
import ai.meddoc.evaluation.PipelineReport;
import ai.meddoc.evaluation.PrecisionRecall;
import ai.meddoc.evaluation.TypesReport;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs the local engine, which costs nothing, over the bundled set of synthetic documents. Thread-safe. */
@Singleton
final class QuickEval {

    private static final String DATASET = "synthetic_v1";
    private static final String RESOURCE = DATASET + ".json";
    private static final int SHOWN = 160;

    private final LocalEngine engine;
    private final ObjectMapper json;
    private final InstantSource clock;

    QuickEval(LocalEngine engine, ObjectMapper json, InstantSource clock) {
        this.engine = engine;
        this.json = json;
        this.clock = clock;
    }

    EvalReport run() {
        long start = System.nanoTime();
        List<PipelineItem> items = new ArrayList<>();
        Analysis.Provenance provenance = new Analysis.Provenance("", "", "");
        for (GoldItem gold : gold()) {
            DocumentText text = DocumentText.of(gold.text());
            Encounter stay = gold.encounter().equals("inpatient") ? Encounter.inpatient() : Encounter.outpatient();
            Analysis analysis = engine.analyze(AnalysisRequest.of(text).withEncounter(stay));
            provenance = analysis.provenance();
            items.add(item(gold, analysis));
        }
        return report(items, provenance, (System.nanoTime() - start) / 1_000_000);
    }

    private EvalReport report(List<PipelineItem> items, Analysis.Provenance provenance, long millis) {
        PipelineReport report = PipelineReport.of(items);
        PrecisionRecall codes = report.codes().micro();
        return new EvalReport(
                items.size(),
                codes.precision(),
                codes.recall(),
                codes.f1(),
                report.factCoverage(),
                provenance.engine(),
                items.stream().map(QuickEval::result).toList(),
                new EvalReport.EvalMetadata(
                        DATASET,
                        clock.instant(),
                        provenance.engineVersion(),
                        provenance.terminologyRelease(),
                        report.types().accuracy(),
                        millis));
    }

    private static PipelineItem item(GoldItem gold, Analysis analysis) {
        var predicted = analysis.coding().assignments().stream()
                .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                .map(a -> new CodesItem.PredictedCode(a.code().code(), a.confidence(), a.evidence()))
                .toList();
        var type = analysis.classification();
        return new PipelineItem(
                new TypesReport.Item(gold.id(), gold.documentType(), type.type().wireName(), type.confidence()),
                new CodesItem(gold.id(), gold.text(), gold.codes(), List.of(), predicted),
                gold.facts(),
                analysis.summary().text(),
                analysis.labResults());
    }

    private static EvalReport.EvalTestResult result(PipelineItem item) {
        PrecisionRecall exact = item.codes().exact();
        return new EvalReport.EvalTestResult(
                item.codes().id(),
                item.type().predicted(),
                shortened(item.codes().text()),
                List.copyOf(item.codes().goldCodes()),
                List.copyOf(item.codes().predictedCodes()),
                item.summary(),
                new EvalReport.EvalMetrics(exact.precision(), exact.recall(), exact.f1(), item.coverage()));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "\u2026";
    }

    private List<GoldItem> gold() {
        try (InputStream in = QuickEval.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            List<GoldItem> items = new ArrayList<>();
            for (JsonNode node : json.readTree(in).path("items")) {
                items.add(GoldItem.of(node));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
