package ai.meddoc.mention;

import ai.meddoc.terminology.Term;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A span of text that names an ICD-10-CM concept.
 *
 * @param span from the first to the last character of the naming words
 * @param termIndex the term's index in its {@link ai.meddoc.terminology.TermIndex}, {@link #NOT_INDEXED} for a learned
 *     phrase
 * @param term the term that matched; its node need not be billable
 * @param sentence the sentence's index in {@link TextWords}
 * @param firstToken index in the sentence of the first naming word
 * @param lastToken index in the sentence of the last naming word
 * @param gap how many other words stand between the naming words
 * @param words the naming words themselves, in text order
 * @param nested whether its words are among those of a longer mention
 * @param share of a learned phrase, how often coders give it its code (0..1); 1 for a term of the index
 */
public record Mention(
        Span span,
        int termIndex,
        Term term,
        int sentence,
        int firstToken,
        int lastToken,
        int gap,
        List<Span> words,
        double share,
        boolean nested) {

    /** The index of what is no term of the index. */
    public static final int NOT_INDEXED = -1;

    public Mention {
        Objects.requireNonNull(span);
        Objects.requireNonNull(term);
        words = List.copyOf(words);
    }

    /** Whether a learned phrase is all that speaks for the code. */
    public boolean isLearned() {
        return termIndex == NOT_INDEXED;
    }

    /** Index in the release of the code or category that the words alone lead to. */
    public int node() {
        return term.node();
    }

    /** Prints no text: the term may stand verbatim in the document. */
    @Override
    public String toString() {
        return "Mention[node " + node() + " at " + span + "]";
    }
}
