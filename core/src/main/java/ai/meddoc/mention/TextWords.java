package ai.meddoc.mention;

import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Token;
import ai.meddoc.text.WordSet;
import java.util.List;

/**
 * The text's tokens as word numbers, sentence by sentence. Made once per document and read by every later step; not
 * changed afterwards.
 */
public final class TextWords {

    private static final int[] NONE = {};
    private static final WordSet NEGATIONS =
            WordSet.of("no", "not", "without", "denies", "denied", "negative", "never", "none", "falsely");
    private static final WordSet WITHOUT = WordSet.of("without", "w/o");
    private static final WordSet PREPOSITIONS = WordSet.of("of", "in", "on", "at", "from", "to", "with", "due", "for");
    private static final WordSet COORDINATORS = WordSet.of(
            "and", "or", "&", "/", "+", ",", ">", "<", "=", "greater", "more", "worse", "than", "as", "well");
    private static final WordSet GRADES =
            WordSet.of("stage", "type", "grade", "class", "degree", "level", "category", "nyha", "gold", "phase");

    private final String text;
    private final List<Sentence> sentences;
    private final int[][] words;
    private final int[][][] expansions;

    TextWords(String text, List<Sentence> sentences, int[][] words, int[][][] expansions) {
        this.text = text;
        this.sentences = sentences;
        this.words = words;
        this.expansions = expansions;
    }

    public int sentences() {
        return sentences.size();
    }

    public Sentence sentence(int sentence) {
        return sentences.get(sentence);
    }

    public List<Sentence> all() {
        return sentences;
    }

    public Token token(int sentence, int token) {
        return sentences.get(sentence).tokens().get(token);
    }

    /** The word numbers of a sentence's tokens; {@link Vocabulary#STOP} and {@link Vocabulary#UNKNOWN} among them. */
    public int[] words(int sentence) {
        return words[sentence];
    }

    /** Further words that a token stands for, as an abbreviation does. */
    public int[] expansion(int sentence, int token) {
        int[][] ofSentence = expansions[sentence];
        return ofSentence.length == 0 ? NONE : ofSentence[token];
    }

    /** Whether a token denies what stands after it. */
    public boolean isNegation(int sentence, int token) {
        return is(sentence, token, NEGATIONS) || isShortWithout(sentence, token);
    }

    /** The last letter of "w/o". */
    private boolean isShortWithout(int sentence, int token) {
        Token t = token(sentence, token);
        return token > 1
                && t.span().length() == 1
                && t.start() > 1
                && text.regionMatches(true, t.start() - 2, "w/o", 0, 3);
    }

    /** Whether a token stands behind a figure that it measures: the MM of "14 MM". */
    boolean isUnit(int sentence, int token) {
        return token > 0 && token(sentence, token - 1).kind() == Token.Kind.NUMBER && !isGraded(sentence, token - 1);
    }

    /** Whether a token is the point of a shortened name: "E. coli". */
    boolean isInitialPoint(int sentence, int token) {
        List<Token> tokens = sentences.get(sentence).tokens();
        if (token == 0
                || token + 1 >= tokens.size()
                || text.charAt(tokens.get(token).start()) != '.') {
            return false;
        }
        Token before = tokens.get(token - 1);
        Token after = tokens.get(token + 1);
        return before.span().length() == 1
                && Character.isUpperCase(text.charAt(before.start()))
                && before.end() == tokens.get(token).start()
                && Character.isLowerCase(text.charAt(after.start()))
                && after.start() <= tokens.get(token).end() + 1;
    }

    boolean isWithout(int sentence, int token) {
        return is(sentence, token, WITHOUT);
    }

    /** Whether a token follows "stage", "type" and the like, so that a figure there grades the problem. */
    public boolean isGraded(int sentence, int token) {
        return token > 0 && is(sentence, token - 1, GRADES);
    }

    private boolean is(int sentence, int token, WordSet words) {
        Token t = token(sentence, token);
        return words.has(text, t.start(), t.end());
    }

    public boolean endsWith(int sentence, int token, char letter) {
        char last = text.charAt(token(sentence, token).end() - 1);
        return last == letter || last == Character.toUpperCase(letter);
    }

    /** Whether a token joins what stands before it with what stands after: "and", "/", "left > right". */
    public boolean isCoordinator(int sentence, int token) {
        return is(sentence, token, COORDINATORS);
    }

    boolean endsInDigit(int sentence, int token) {
        return token < words[sentence].length
                && Character.isDigit(text.charAt(token(sentence, token).end() - 1));
    }

    public boolean isPreposition(int sentence, int token) {
        return is(sentence, token, PREPOSITIONS);
    }

    public boolean isComma(int sentence, int token) {
        return text.charAt(token(sentence, token).start()) == ',';
    }

    /** Whether a token ends the clause: what stands beyond does not describe what stands before. */
    public boolean isClauseEnd(int sentence, int token) {
        char sign = text.charAt(token(sentence, token).start());
        return sign == ';' || sign == '.' || sign == '|' || sign == '\u2022';
    }
}
