package ai.meddoc.mention;

import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a text's words as numbers of the vocabulary. Immutable and thread-safe. */
public final class WordReader {

    private static final int[] NONE = {};

    private final Vocabulary vocabulary;
    private final Map<String, int[]> abbreviations;
    private final SideMarks sides;
    private final OtherSenses senses = OtherSenses.load();

    /** @param abbreviations as printed, in capitals, to the words it stands for */
    WordReader(Vocabulary vocabulary, Map<String, int[]> abbreviations) {
        this.vocabulary = vocabulary;
        this.abbreviations = Map.copyOf(abbreviations);
        this.sides = new SideMarks(vocabulary);
    }

    /** A reader of the words of an index, with the bundled abbreviations. */
    public static WordReader of(Vocabulary vocabulary) {
        return new WordReader(vocabulary, Abbreviations.load(vocabulary));
    }

    public TextWords read(DocumentText text, List<Sentence> sentences) {
        Pass pass = new Pass(text.text());
        int n = sentences.size();
        int[][] words = new int[n][];
        int[][][] expansions = new int[n][][];
        for (int s = 0; s < n; s++) {
            List<Token> tokens = sentences.get(s).tokens();
            words[s] = new int[tokens.size()];
            expansions[s] = new int[0][];
            for (int t = 0; t < tokens.size(); t++) {
                words[s][t] = pass.number(tokens, t);
                int[] meant = pass.meant(tokens, t);
                if (meant.length > 0) {
                    expansions[s] = with(expansions[s], tokens.size(), t, meant);
                }
            }
        }
        return new TextWords(text.text(), List.copyOf(sentences), words, expansions);
    }

    /** One document's reading. */
    private final class Pass {
        private final String text;
        private final StringBuilder folded = new StringBuilder(32);
        private @Nullable Boolean eyes;

        Pass(String text) {
            this.text = text;
        }

        int number(List<Token> tokens, int at) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.SIGN || isEye(token) || isItemNumber(tokens, at)) {
                return Vocabulary.UNKNOWN;
            }
            if (at > 0 && isLetterA(text, token)) {
                return letterAfter(text, tokens.get(at - 1));
            }
            WordForms.fold(text, token.start(), token.end(), folded);
            int number = vocabulary.numberOf(folded);
            return number == Vocabulary.UNKNOWN ? vocabulary.misspelt(folded) : number;
        }

        /** "1) Type 2 diabetes" tells of no type 1; "(stage 3)" tells of a stage. */
        private boolean isItemNumber(List<Token> tokens, int at) {
            Token token = tokens.get(at);
            if (token.kind() != Token.Kind.NUMBER || token.length() > 2 || !isSign(tokens, at + 1, ')')) {
                return false;
            }
            for (int i = at - 1; i >= 0; i--) {
                if (isSign(tokens, i, '(')) {
                    return i == at - 1;
                }
            }
            return true;
        }

        private boolean isSign(List<Token> tokens, int at, char sign) {
            return at < tokens.size()
                    && tokens.get(at).kind() == Token.Kind.SIGN
                    && text.charAt(tokens.get(at).start()) == sign;
        }

        int[] meant(List<Token> tokens, int at) {
            Token token = tokens.get(at);
            if (token.kind() != Token.Kind.WORD) {
                return NONE;
            }
            int[] side = isEye(token) ? sides.ofEye(text, token) : sides.ofLetter(text, tokens, at);
            return side.length > 0 ? side : expansionOf(text, tokens, at);
        }

        private boolean isEye(Token token) {
            if (!sides.isEye(text, token)) {
                return false;
            }
            if (eyes == null) {
                eyes = SideMarks.isAboutEyes(text);
            }
            return eyes;
        }
    }

    private static boolean isLetterA(String text, Token token) {
        return token.length() == 1 && text.charAt(token.start()) == 'A';
    }

    private int letterAfter(String text, Token before) {
        return vocabulary.letterAfter(WordForms.fold(text, before.start(), before.end()));
    }

    private int[] expansionOf(String text, List<Token> tokens, int at) {
        Token token = tokens.get(at);
        int length = token.length();
        if (length < 2 || length > 6) {
            return NONE;
        }
        String printed = text.substring(token.start(), token.end());
        int[] meant = abbreviations.get(printed);
        return meant == null || senses.apply(printed, text, tokens, at) ? NONE : meant;
    }

    private static int[][] with(int[][] expansions, int tokens, int at, int[] meant) {
        int[][] result = expansions;
        if (result.length == 0) {
            result = new int[tokens][];
            Arrays.fill(result, NONE);
        }
        result[at] = meant;
        return result;
    }
}
