package ai.meddoc.server.codes;

import java.util.List;

/** Codes for a phrase, the best first. */
public record CodeMatches(List<CodeMatchJson> codes, String terminologyRelease) {

    /** A code for a phrase, on the wire. */
    public record CodeMatchJson(String code, String description, boolean billable, double score, String matchedTerm) {}
}
