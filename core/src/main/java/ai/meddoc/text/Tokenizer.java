package ai.meddoc.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts clinical text into {@link Token}s in one pass, in time linear in the text. A hyphen, a slash and a full stop are
 * signs of their own ("non", "-", "smoker"; "p", ".", "o", "."). A figure with its unit attached is two tokens ("20mg",
 * "36.0C"); any other mixture of digits and letters is one word ("3b", "2nd", "T2DM"). Stateless and thread-safe.
 */
public final class Tokenizer {

    private static final Set<String> UNITS = Set.of(
            "mg", "mcg", "ug", "µg", "g", "gm", "gms", "kg", "lb", "lbs", "ml", "cc", "dl", "l", "cm", "mm", "mmhg",
            "meq", "mmol", "iu", "units", "u", "k", "x", "hr", "hrs", "min", "mins", "sec", "yo", "y", "yr", "yrs",
            "wk", "wks", "mo", "mos", "bpm", "ft", "in", "oz", "mph");

    private static final int LONGEST_UNIT = 5;

    /** All tokens of the text, in order. */
    public List<Token> tokenize(String text) {
        return tokenize(text, new Span(0, text.length()));
    }

    /**
     * The tokens of a part of the text; offsets refer to the whole.
     *
     * @throws IndexOutOfBoundsException if the range ends after the text
     */
    public List<Token> tokenize(String text, Span range) {
        List<Token> tokens = new ArrayList<>(range.length() / 5 + 8);
        int i = range.start();
        while (i < range.end()) {
            if (isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            Token token = read(text, i, range.end());
            tokens.add(token);
            i = token.end();
        }
        return tokens;
    }

    private static Token read(String text, int start, int end) {
        char first = text.charAt(start);
        if (isDigit(first)) {
            return figure(text, start, end);
        }
        if (isWordCharacter(text, start)) {
            return token(start, wordEnd(text, start, end), Token.Kind.WORD);
        }
        boolean pair =
                Character.isHighSurrogate(first) && start + 1 < end && Character.isLowSurrogate(text.charAt(start + 1));
        return token(start, start + (pair ? 2 : 1), Token.Kind.SIGN);
    }

    private static Token figure(String text, int start, int end) {
        int digits = digitsEnd(text, start, end);
        int number = numberEnd(text, digits, end);
        int word = number < end && isWordCharacter(text, number) ? wordEnd(text, number, end) : number;
        boolean whole = word > number && number == digits && !isUnit(text, number, word);
        return whole ? token(start, word, Token.Kind.WORD) : token(start, number, Token.Kind.NUMBER);
    }

    private static int digitsEnd(String text, int from, int end) {
        int i = from;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Continues over decimal points and thousands commas that have a digit on both sides. */
    private static int numberEnd(String text, int digits, int end) {
        int i = digits;
        while (i + 1 < end && isDigit(text.charAt(i + 1))) {
            char c = text.charAt(i);
            boolean thousands = c == ',' && isThousand(text, i, end);
            if (c != '.' && !thousands) {
                break;
            }
            i = digitsEnd(text, i + 1, end);
        }
        return i;
    }

    private static boolean isThousand(String text, int comma, int end) {
        return digitsEnd(text, comma + 1, Math.min(end, comma + 5)) == comma + 4;
    }

    private static int wordEnd(String text, int from, int end) {
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            boolean inner = isApostrophe(c) && i > from && i + 1 < end && Character.isLetter(text.charAt(i + 1));
            if (!inner && !isDigit(c) && !isWordCharacter(text, i)) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isUnit(String text, int start, int end) {
        return end - start <= LONGEST_UNIT
                && UNITS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isWordCharacter(String text, int index) {
        char c = text.charAt(index);
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        if (Character.isSurrogate(c)) {
            return isSupplementaryLetter(text, index);
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.FORMAT
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSupplementaryLetter(String text, int index) {
        int at = Character.isLowSurrogate(text.charAt(index)) && index > 0 ? index - 1 : index;
        return Character.isLetter(text.codePointAt(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\n'
                || c != '\u200d'
                        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b');
    }

    private static Token token(int start, int end, Token.Kind kind) {
        return new Token(start, end, kind);
    }
}
