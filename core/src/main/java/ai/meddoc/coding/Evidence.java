package ai.meddoc.coding;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.Objects;

/**
 * A verbatim quote with its place.
 *
 * @param span at most {@value #MAX_LENGTH} characters
 * @param page counts from 1
 * @param quote the text under the span, to the character
 */
public record Evidence(Span span, int page, String quote) {

    /** The longest quote, in characters. */
    public static final int MAX_LENGTH = 300;

    /** @throws IllegalArgumentException if the quote is empty, too long or not as long as its span */
    public Evidence {
        Objects.requireNonNull(span);
        if (quote.isEmpty() || quote.length() > MAX_LENGTH || quote.length() != span.length()) {
            throw new IllegalArgumentException("evidence " + span + " with a quote of " + quote.length());
        }
    }

    public static Evidence of(DocumentText text, Span span) {
        return new Evidence(span, text.pageOf(span), text.quote(span));
    }

    @Override
    public String toString() {
        return "Evidence" + span;
    }
}
