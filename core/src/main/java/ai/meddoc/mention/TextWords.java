package ai.meddoc.mention;

import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text's tokens as word numbers, sentence by sentence. Made once per document and read by every later step; not
 * changed afterwards.
 */
public final class TextWords {

    private static final int[] NONE = {};
    private static final int LONGEST = 8;
    private static final Set<String> NEGATIONS =
            Set.of("no", "not", "without", "denies", "denied", "negative", "never", "none");
    private static final Set<String> PREPOSITIONS = Set.of("of", "in", "on", "at", "from", "to", "with", "due", "for");
    private static final Set<String> GRADES =
            Set.of("stage", "type", "grade", "class", "degree", "level", "category", "nyha", "gold", "phase");

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
        char first = text.charAt(token(sentence, token).start());
        boolean possible = "nwdNWD".indexOf(first) >= 0;
        return possible && is(sentence, token, NEGATIONS);
    }

    /** Whether a token follows "stage", "type" and the like, so that a figure there grades the problem. */
    public boolean isGraded(int sentence, int token) {
        return token > 0 && is(sentence, token - 1, GRADES);
    }

    private boolean is(int sentence, int token, Set<String> words) {
        Token t = token(sentence, token);
        return t.span().length() <= LONGEST && words.contains(t.span().of(text).toLowerCase(Locale.ROOT));
    }

    public boolean endsWith(int sentence, int token, char letter) {
        char last = text.charAt(token(sentence, token).end() - 1);
        return last == letter || last == Character.toUpperCase(letter);
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
