package ai.meddoc.terminology;

import java.util.Objects;

/**
 * A phrase that leads to a code.
 *
 * @param node the code's index in its {@link Icd10Cm}
 * @param phrase as written in its source
 * @param source where it comes from
 * @param abbreviation whether it counts only in capitals when it is shorter than four letters
 * @param ambiguous whether it has other common meanings, so that the text must support it
 */
public record Term(int node, String phrase, TermSource source, boolean abbreviation, boolean ambiguous) {

    public Term {
        Objects.requireNonNull(phrase);
        Objects.requireNonNull(source);
    }
}
