package ai.meddoc.mention;

import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;
import java.util.ArrayList;
import java.util.List;

/** The runs of one to three neighbouring words of a sentence, folded: "acute back pain" has six. Stateless; thread-safe. */
public final class WordRuns {

    private static final int LONGEST = 3;

    private WordRuns() {}

    /**
     * One run.
     *
     * @param phrase its folded words, a space between them
     */
    public record Run(String phrase, int firstToken, int lastToken, Span span) {

        /** Prints no text. */
        @Override
        public String toString() {
            return "Run[" + span + "]";
        }
    }

    /** In the order of their first words; signs other than hyphens part words. */
    public static List<Run> of(String text, Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        List<String> words = folded(text, tokens);
        List<Run> runs = new ArrayList<>();
        for (int t = 0; t < words.size(); t++) {
            if (!words.get(t).isEmpty()) {
                addFrom(t, tokens, words, runs);
            }
        }
        return runs;
    }

    private static void addFrom(int first, List<Token> tokens, List<String> words, List<Run> into) {
        StringBuilder phrase = new StringBuilder();
        int length = 0;
        for (int t = first; t < words.size() && length < LONGEST; t++) {
            String word = words.get(t);
            if (word.isEmpty()) {
                return;
            }
            if (!word.equals("-")) {
                phrase.append(length++ == 0 ? "" : " ").append(word);
                Span span = new Span(tokens.get(first).start(), tokens.get(t).end());
                into.add(new Run(phrase.toString(), first, t, span));
            }
        }
    }

    /** Empty for what parts words. */
    private static List<String> folded(String text, List<Token> tokens) {
        List<String> words = new ArrayList<>(tokens.size());
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.get(t);
            boolean sign = token.kind() == Token.Kind.SIGN;
            boolean hyphen = sign && t > 0 && text.charAt(token.start()) == '-';
            words.add(sign ? hyphen ? "-" : "" : WordForms.fold(text, token.start(), token.end()));
        }
        return words;
    }
}
