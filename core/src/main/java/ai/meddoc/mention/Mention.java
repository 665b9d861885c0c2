package ai.meddoc.mention;

import ai.meddoc.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A span of text that names an ICD-10-CM concept.
 *
 * @param span from the first to the last character of the naming words
 * @param code the code or category that the words alone lead to, not necessarily billable
 * @param term the term of the index that matched
 * @param sources which tables know the term
 * @param words the naming words themselves, in text order
 */
public record Mention(Span span, String code, String term, List<String> sources, List<Span> words) {

    public Mention {
        Objects.requireNonNull(span);
        Objects.requireNonNull(code);
        Objects.requireNonNull(term);
        sources = List.copyOf(sources);
        words = List.copyOf(words);
    }

    /** Prints no text: the term may stand verbatim in the document. */
    @Override
    public String toString() {
        return "Mention[" + code + " at " + span + "]";
    }
}
