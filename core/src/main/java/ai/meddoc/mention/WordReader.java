package ai.meddoc.mention;

import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a text's words as numbers of the vocabulary. Immutable and thread-safe. */
public final class WordReader {

    private static final int[] NONE = {};

    private final Vocabulary vocabulary;
    private final Map<String, int[]> abbreviations;

    /** @param abbreviations as printed, in capitals, to the words it stands for */
    WordReader(Vocabulary vocabulary, Map<String, int[]> abbreviations) {
        this.vocabulary = vocabulary;
        this.abbreviations = Map.copyOf(abbreviations);
    }

    /** A reader of the words of an index, with the bundled abbreviations. */
    public static WordReader of(Vocabulary vocabulary) {
        return new WordReader(vocabulary, Abbreviations.load(vocabulary));
    }

    public TextWords read(DocumentText text, List<Sentence> sentences) {
        int n = sentences.size();
        StringBuilder folded = new StringBuilder(32);
        int[][] words = new int[n][];
        int[][][] expansions = new int[n][][];
        for (int s = 0; s < n; s++) {
            List<Token> tokens = sentences.get(s).tokens();
            words[s] = new int[tokens.size()];
            expansions[s] = new int[0][];
            for (int t = 0; t < tokens.size(); t++) {
                words[s][t] = number(text.text(), tokens.get(t), folded);
                if (t > 0 && isLetterA(text.text(), tokens.get(t))) {
                    words[s][t] = letterAfter(text.text(), tokens.get(t - 1));
                }
                int[] meant = expansionOf(text.text(), tokens.get(t));
                if (meant.length > 0) {
                    expansions[s] = with(expansions[s], tokens.size(), t, meant);
                }
            }
        }
        return new TextWords(text.text(), List.copyOf(sentences), words, expansions);
    }

    private int number(String text, Token token, StringBuilder folded) {
        if (token.kind() == Token.Kind.SIGN) {
            return Vocabulary.UNKNOWN;
        }
        WordForms.fold(text, token.start(), token.end(), folded);
        int number = vocabulary.numberOf(folded);
        return number == Vocabulary.UNKNOWN ? vocabulary.misspelt(folded) : number;
    }

    private static boolean isLetterA(String text, Token token) {
        return token.span().length() == 1 && text.charAt(token.start()) == 'A';
    }

    private int letterAfter(String text, Token before) {
        return vocabulary.letterAfter(WordForms.fold(text, before.start(), before.end()));
    }

    private int[] expansionOf(String text, Token token) {
        int length = token.span().length();
        if (token.kind() != Token.Kind.WORD || length < 2 || length > 6) {
            return NONE;
        }
        int[] meant = abbreviations.get(text.substring(token.start(), token.end()));
        return meant == null ? NONE : meant;
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
