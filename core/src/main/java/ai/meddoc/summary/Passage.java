package ai.meddoc.summary;

import ai.meddoc.text.Span;
import java.util.Objects;

/**
 * A sentence, list item or line as the summary may quote it.
 *
 * @param span without bullet, number, label and closing signs
 * @param whole the sentence with all of these
 * @param role what it is there for
 * @param said its words
 */
record Passage(Span span, Span whole, Role role, Said said) {

    Passage {
        Objects.requireNonNull(role);
        if (!whole.contains(span)) {
            throw new IllegalArgumentException("passage " + span + " outside " + whole);
        }
    }
}
