package ai.meddoc.server.analyses;

import ai.meddoc.coding.CodingResult;
import java.util.List;

/** The codes of a document on the wire. */
public record CodeList(List<CodeJson> codes, List<RejectedCodeJson> rejectedCodes) {

    static CodeList of(CodingResult coding) {
        return new CodeList(
                coding.assignments().stream().map(CodeJson::of).toList(),
                coding.rejected().stream().map(RejectedCodeJson::of).toList());
    }
}
