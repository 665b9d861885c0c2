package ai.meddoc.text;

import java.util.Objects;

/**
 * A word, number or single sign of the text.
 *
 * @param span where it stands
 * @param kind what it is
 */
public record Token(Span span, Kind kind) {

    /** What a token is. */
    public enum Kind {
        /** Letters, possibly with inner apostrophe, hyphenless ("Crohn's"); a word with digits in it ("HbA1c", "T2DM"). */
        WORD,
        /** Digits with decimal point or thousands commas ("1,200", "7.35"). */
        NUMBER,
        /** Any other single character that is not white space. */
        SIGN
    }

    public Token {
        Objects.requireNonNull(span);
        Objects.requireNonNull(kind);
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }
}
