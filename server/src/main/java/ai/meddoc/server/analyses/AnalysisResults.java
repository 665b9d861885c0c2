package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** Everything that is said of one document, on the wire. */
public record AnalysisResults(
        ClassificationJson classification,
        CodeList codes,
        SummaryJson summary,
        List<LabResultJson> labResults,
        List<FindingJson> findings,
        EncounterJson encounter,
        int pages,
        @JsonUnwrapped EngineJson provenance) {

    public static AnalysisResults of(DocumentText text, Analysis analysis) {
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
                EngineJson.of(analysis.provenance()));
    }
}
