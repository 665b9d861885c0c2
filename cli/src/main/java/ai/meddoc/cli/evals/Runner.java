package ai.meddoc.cli.evals;

import ai.meddoc.cli.CommandFailure;
import ai.meddoc.cli.ExitCodes;
import ai.meddoc.cli.input.InOrder;
import ai.meddoc.cli.input.Processor;
import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.EngineException;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs an engine over gold items. Of an item the engine sees the text and the encounter, nothing else. */
public final class Runner {

    /** An item and what the engine said of its text. */
    public record Answer(JsonNode gold, DocumentText text, Analysis analysis) {}

    private final ClinicalEngine engine;
    private final AnalysisRequest.CodingMode mode;

    public Runner(ClinicalEngine engine, AnalysisRequest.CodingMode mode) {
        this.engine = engine;
        this.mode = mode;
    }

    List<Answer> answers(List<JsonNode> gold) {
        List<Answer> answers = new ArrayList<>(gold.size());
        InOrder.each(gold, Runtime.getRuntime().availableProcessors(), this::answer, answers::add);
        return answers;
    }

    private Answer answer(JsonNode gold) {
        DocumentText text = DocumentText.of(Gold.text(gold, "text"));
        AnalysisRequest request = AnalysisRequest.of(text)
                .withEncounter(encounter(gold.path("encounter").asText("")))
                .withCodingMode(mode);
        try {
            return new Answer(gold, text, engine.analyze(request));
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CommandFailure(ExitCodes.BUG, "item " + Gold.text(gold, "id") + ": " + Processor.bug(e));
        }
    }

    private static Encounter encounter(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "INPATIENT" -> new Encounter(EncounterClass.INPATIENT, null);
            case "OUTPATIENT" -> new Encounter(EncounterClass.OUTPATIENT, null);
            default -> Encounter.UNKNOWN;
        };
    }
}
