package ai.meddoc.text;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides where a sentence ends among the tokens of a stretch of text. Immutable and thread-safe. */
final class SentenceEnds {

    /** After one of these a single capital before the full stop was no initial: "hepatitis C. He denies". */
    private static final Set<String> STARTERS = Set.of(
            "The",
            "He",
            "She",
            "They",
            "We",
            "It",
            "This",
            "That",
            "There",
            "These",
            "Patient",
            "Pt",
            "Her",
            "His",
            "No",
            "In",
            "On",
            "At",
            "Denies",
            "Reports",
            "Continue",
            "Will",
            "Plan",
            "Follow",
            "Start",
            "Mild",
            "Normal");

    private static final Set<String> BEFORE_NAMES = Set.of("by", "from", "to", "with", "and");

    private static final int LONGEST_WORD = 12;

    private final Abbreviations abbreviations;

    SentenceEnds(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    /**
     * The index after the sentence's last token when the sentence that began at token {@code from} ends with the sign at
     * {@code i}, else -1.
     */
    int after(Stretch s, int from, int i) {
        char c = s.sign(i);
        if (c == '.') {
            return isFullStop(s, from, i) ? closed(s, i + 1) : -1;
        }
        boolean question = c == '?' && i > from && s.adjacent(i - 1) && !s.isSign(i - 1);
        if ((question || c == '!') && (s.spaceAfter(i) || s.sign(i + 1) == ',' || s.isCloser(i + 1))) {
            return closed(s, i + 1);
        }
        return -1;
    }

    /** Takes closing quotes and brackets along, and the comma that stands for a line end in exported notes. */
    private static int closed(Stretch s, int next) {
        int end = next;
        while (end < s.size() && s.adjacent(end - 1) && (s.isCloser(end) || s.sign(end) == '.')) {
            end++;
        }
        return s.sign(end) == ',' && !s.spaceAfter(end) ? end + 1 : end;
    }

    private boolean isFullStop(Stretch s, int from, int i) {
        if (i + 1 >= s.size()) {
            return true;
        }
        if (s.sign(i + 1) == '.' && s.adjacent(i)) {
            return false;
        }
        if (i == from || !s.adjacent(i - 1)) {
            return s.spaceAfter(i);
        }
        if (s.sign(i + 1) == ',') {
            return !s.spaceAfter(i + 1) && (!isAbbreviation(s, i - 1) || i + 2 < s.size() && s.isShouted(i + 2));
        }
        if (s.isCloser(i + 1) && s.adjacent(i)) {
            return (i + 2 >= s.size() || s.spaceAfter(i + 1)) && !isAbbreviation(s, i - 1);
        }
        if (!s.spaceAfter(i)) {
            return isGlued(s, i);
        }
        return switch (s.kind(i - 1)) {
            case SIGN -> true;
            case NUMBER -> !isListNumber(s, from, i - 1);
            case WORD -> endsAfterWord(s, from, i);
        };
    }

    /** "pain.He denies": a full stop without a space. */
    private static boolean isGlued(Stretch s, int i) {
        return s.kind(i - 1) == Token.Kind.WORD
                && s.length(i - 1) > 2
                && Character.isLowerCase(s.last(i - 1))
                && s.isCapitalised(i + 1);
    }

    private static boolean isListNumber(Stretch s, int from, int number) {
        boolean first =
                number == from || s.sign(number - 1) == ':' || s.sign(number - 1) == ',' && s.sign(number - 2) == ':';
        return (first || s.sign(number - 1) == '#') && s.length(number) <= 2;
    }

    private boolean isAbbreviation(Stretch s, int word) {
        return s.kind(word) == Token.Kind.WORD && kindOf(s, word) != null;
    }

    private Abbreviations.@Nullable Kind kindOf(Stretch s, int word) {
        return s.length(word) > LONGEST_WORD ? null : abbreviations.kindOf(s.word(word));
    }

    private boolean endsAfterWord(Stretch s, int from, int i) {
        int word = i - 1;
        boolean capital = s.isUpperCase(i + 1);
        if (s.length(word) == 1) {
            return endsAfterLetter(s, from, i);
        }
        Abbreviations.Kind kind = kindOf(s, word);
        if (kind == null) {
            return s.length(word) > 3 || !s.isLowerCase(i + 1);
        }
        return switch (kind) {
            case TITLE, INNER -> false;
            case NUMBER -> s.kind(i + 1) != Token.Kind.NUMBER;
            case UNIT -> capital || isItemNumber(s, i + 1);
        };
    }

    /** Initials ("J. Smith"), dotted abbreviations ("p.o.", "M.D.") and letters that close a sentence ("vitamin D."). */
    private boolean endsAfterLetter(Stretch s, int from, int i) {
        int letter = i - 1;
        boolean dotted = letter > from && s.sign(letter - 1) == '.' && s.adjacent(letter - 1);
        if (dotted) {
            return s.isCapitalised(i + 1) || isItemNumber(s, i + 1);
        }
        if (letter == from || s.isUpperCase(letter) && abbreviations.isSpecies(s.word(i + 1))) {
            return false;
        }
        boolean named =
                s.isCapitalised(letter - 1) || s.sign(letter - 1) == '.' || BEFORE_NAMES.contains(s.word(letter - 1));
        boolean initial = s.isUpperCase(letter) && named && s.isCapitalised(i + 1) && !STARTERS.contains(s.word(i + 1));
        return !initial && (s.isUpperCase(i + 1) || s.isUpperCase(letter) || s.isSign(i + 1));
    }

    /** Whether a list number with its mark stands at {@code i}: "2.", "3)". */
    static boolean isItemNumber(Stretch s, int i) {
        return i + 2 < s.size()
                && s.kind(i) == Token.Kind.NUMBER
                && s.length(i) <= 2
                && s.adjacent(i)
                && (s.sign(i + 1) == '.' && s.spaceAfter(i + 1) || s.sign(i + 1) == ')');
    }

    /** The tokens of a stretch of text that reads on. */
    record Stretch(String text, List<Token> tokens) {

        int size() {
            return tokens.size();
        }

        Token.Kind kind(int i) {
            return tokens.get(i).kind();
        }

        int length(int i) {
            return tokens.get(i).length();
        }

        String word(int i) {
            return tokens.get(i).span().of(text);
        }

        boolean isSign(int i) {
            return kind(i) == Token.Kind.SIGN;
        }

        /** The sign at an index, 0 for a word, a number or an index outside. */
        char sign(int i) {
            return i >= 0 && i < size() && isSign(i) ? text.charAt(tokens.get(i).start()) : 0;
        }

        char last(int i) {
            return text.charAt(tokens.get(i).end() - 1);
        }

        /** Whether the next token follows without white space; false at the end. */
        boolean adjacent(int i) {
            return i + 1 < size() && tokens.get(i).end() == tokens.get(i + 1).start();
        }

        /** Whether white space or the stretch's end follows. */
        boolean spaceAfter(int i) {
            return !adjacent(i);
        }

        boolean isCloser(int i) {
            char c = sign(i);
            return c == ')' || c == ']' || c == '"' || c == '\u201d' || c == '\u2019' || c == '\'';
        }

        boolean isUpperCase(int i) {
            return i < size() && Character.isUpperCase(text.charAt(tokens.get(i).start()));
        }

        boolean isLowerCase(int i) {
            return i < size() && Character.isLowerCase(text.charAt(tokens.get(i).start()));
        }

        /** Whether a word begins with a capital and goes on in lower case. */
        boolean isCapitalised(int i) {
            return isUpperCase(i)
                    && length(i) > 1
                    && Character.isLowerCase(text.charAt(tokens.get(i).start() + 1));
        }

        /** Whether a word of four letters or more is all capitals. */
        boolean isShouted(int i) {
            return kind(i) == Token.Kind.WORD && length(i) > 3 && Character.isUpperCase(last(i)) && isUpperCase(i);
        }
    }
}
