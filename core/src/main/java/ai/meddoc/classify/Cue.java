package ai.meddoc.classify;

import ai.meddoc.text.Span;
import java.util.Objects;

/**
 * A place in the text that speaks for a type.
 *
 * @param name what it is, such as {@code cbc-analytes} or {@code heading-impression}
 * @param span where; at most 300 characters
 * @param weight its share in the score
 */
public record Cue(String name, Span span, double weight) {

    public Cue {
        Objects.requireNonNull(name);
        Objects.requireNonNull(span);
    }
}
