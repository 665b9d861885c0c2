package ai.meddoc.text;

import java.util.List;
import java.util.Objects;

/**
 * A sentence or a line that stands for one (list item, heading, table row).
 *
 * @param span without surrounding white space
 * @param tokens in order, all inside the span
 */
public record Sentence(Span span, List<Token> tokens) {

    public Sentence {
        Objects.requireNonNull(span);
        tokens = List.copyOf(tokens);
    }
}
