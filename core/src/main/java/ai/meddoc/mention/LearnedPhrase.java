package ai.meddoc.mention;

import java.util.Objects;

/**
 * What coders of one corpus make of a phrase.
 *
 * @param phrase folded words, a space between them
 * @param code with its dot
 * @param documents how many documents of the corpus say the phrase without denying it
 * @param coded how many of these have the code
 */
public record LearnedPhrase(String phrase, String code, int coded, int documents) {

    public LearnedPhrase {
        Objects.requireNonNull(phrase);
        Objects.requireNonNull(code);
    }

    /** The share of documents that have the code, 0..1, drawn toward none: few documents prove little. */
    public double share() {
        return Math.max(0, coded - 1.0) / (documents + 1.0);
    }
}
