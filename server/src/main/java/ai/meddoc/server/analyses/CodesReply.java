package ai.meddoc.server.analyses;

import ai.meddoc.engine.Analysis;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** The codes of a text. */
public record CodesReply(
        @JsonUnwrapped CodeList codes,
        EncounterJson encounter,
        List<FindingJson> findings,
        @JsonUnwrapped EngineJson provenance) {

    static CodesReply of(Analysis analysis) {
        return new CodesReply(
                CodeList.of(analysis.coding()),
                EncounterJson.of(analysis.encounter()),
                FindingJson.of(analysis.findings()),
                EngineJson.of(analysis.provenance()));
    }
}
