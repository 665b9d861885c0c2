package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** The summary of a text. */
public record SummaryReply(
        @JsonUnwrapped SummaryJson summary,
        List<FindingJson> findings,
        @JsonUnwrapped EngineJson provenance) {

    static SummaryReply of(Analysis analysis) {
        return new SummaryReply(
                SummaryJson.of(analysis.summary()),
                FindingJson.of(analysis.findings()),
                EngineJson.of(analysis.provenance()));
    }
}
