package ai.meddoc.terminology;

import java.util.Objects;

/**
 * A code found for a phrase.
 *
 * @param score 0..1, higher is better; comparable within one answer only
 * @param matchedTerm the title, inclusion term or synonym that matched
 */
public record CodeMatch(Icd10CmCode code, double score, String matchedTerm) {

    public CodeMatch {
        Objects.requireNonNull(code);
        Objects.requireNonNull(matchedTerm);
    }
}
