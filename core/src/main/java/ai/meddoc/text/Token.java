package ai.meddoc.text;

import java.util.Objects;

/**
 * A word, number or single sign of the text. A large document has a million of them, so its offsets stand in it.
 *
 * @param start of its first character, UTF-16, inclusive
 * @param end behind its last character, exclusive
 * @param kind what it is
 */
public record Token(int start, int end, Kind kind) {

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
        Objects.requireNonNull(kind);
    }

    /** In UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** Where it stands. */
    public Span span() {
        return new Span(start, end);
    }
}
