package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** The type of a text. */
public record ClassifyReply(
        @JsonUnwrapped ClassificationJson classification,
        List<FindingJson> findings,
        @JsonUnwrapped EngineJson provenance) {

    static ClassifyReply of(DocumentText text, Analysis analysis) {
        return new ClassifyReply(
                ClassificationJson.of(text, analysis.classification()),
                FindingJson.of(analysis.findings()),
                EngineJson.of(analysis.provenance()));
    }
}
