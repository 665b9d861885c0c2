package ai.meddoc.text;

import java.util.Objects;

/**
 * One page of the document.
 *
 * @param number counts from 1
 * @param span the page's characters; pages follow one another without overlap
 * @param origin where the characters come from
 */
public record Page(int number, Span span, Origin origin) {

    /** Where a page's characters come from. */
    public enum Origin {
        /** The file's own text. */
        TEXT,
        /** Read from an image by optical character recognition. */
        OCR,
        /** Nothing could be read. */
        NONE
    }

    public Page {
        if (number < 1) {
            throw new IllegalArgumentException("page " + number);
        }
        Objects.requireNonNull(span);
        Objects.requireNonNull(origin);
    }
}
