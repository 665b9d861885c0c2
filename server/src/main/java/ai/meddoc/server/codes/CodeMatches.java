package ai.meddoc.server.codes;

import ai.meddoc.terminology.CodeMatch;
import java.util.List;

/** Codes for a phrase, the best first. */
public record CodeMatches(List<CodeMatchJson> codes, String terminologyRelease) {

    /** A code for a phrase, on the wire. */
    public record CodeMatchJson(String code, String description, boolean billable, double score, String matchedTerm) {

        static CodeMatchJson of(CodeMatch match) {
            return new CodeMatchJson(
                    match.code().code(),
                    match.code().title(),
                    match.code().billable(),
                    match.score(),
                    match.matchedTerm());
        }
    }

    static CodeMatches of(List<CodeMatch> matches, String release) {
        return new CodeMatches(matches.stream().map(CodeMatchJson::of).toList(), release);
    }
}
