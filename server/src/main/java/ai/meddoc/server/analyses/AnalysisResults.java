package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said of one document, on the wire.
 *
 * @param cost null where the engine costs nothing
 */
public record AnalysisResults(
        ClassificationJson classification,
        CodeList codes,
        SummaryJson summary,
        List<LabResultJson> labResults,
        List<FindingJson> findings,
        EncounterJson encounter,
        int pages,
        @Nullable CostJson cost,
        @JsonUnwrapped EngineJson provenance) {

    static AnalysisResults of(DocumentText text, Answer answer) {
        Analysis analysis = answer.analysis();
        return new AnalysisResults(
                ClassificationJson.of(text, analysis.classification()),
                CodeList.of(analysis.coding()),
                SummaryJson.of(analysis.summary()),
                analysis.labResults().stream()
                        .map(lab -> LabResultJson.of(text, lab))
                        .toList(),
                FindingJson.of(analysis.findings()),
                EncounterJson.of(analysis.encounter()),
                text.pages().size(),
                answer.cost(),
                EngineJson.of(analysis.provenance()));
    }
}
