package ai.meddoc.mention;

import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Marks that stand for a side of the body: "L humerus", "cataract OD". Immutable; thread-safe. */
final class SideMarks {

    private static final int[] NONE = {};
    private static final int LONGEST = 2;

    /** What only documents about the eyes say. */
    private static final CuedPattern EYE_MARKS = CuedPattern.compile("\\bOU\\b|\\bIOP\\b");

    private static final CuedPattern EYE_WORDS = CuedPattern.of(Pattern.compile(
            "\\beyes?\\b|ophthalm|optometr|visual acuity|cataract|glaucoma|retin(?:a|al|opathy)\\b",
            Pattern.CASE_INSENSITIVE));

    private final Map<String, int[]> letters = new HashMap<>();
    private final Map<String, int[]> eyes = new HashMap<>();

    SideMarks(Vocabulary vocabulary) {
        for (List<String> row : RuleFile.rows(SideMarks.class, "side-marks.tsv", 3)) {
            int[] words = TermIndex.wordsIn(row.get(1)).stream()
                    .mapToInt(word -> vocabulary.numberOf(WordForms.fold(word)))
                    .toArray();
            (row.get(2).equals("eye") ? eyes : letters).put(row.get(0), words);
        }
    }

    static boolean isAboutEyes(String text) {
        return EYE_WORDS.isIn(text) || EYE_MARKS.isIn(text);
    }

    /** Whether a token may be a mark of an eye. */
    boolean isEye(String text, Token token) {
        return token.length() == LONGEST
                && Character.isUpperCase(text.charAt(token.start()))
                && eyes.containsKey(token.span().of(text));
    }

    int[] ofEye(String text, Token token) {
        return eyes.getOrDefault(token.span().of(text), NONE);
    }

    /** What a lone letter says: before the word that it describes, or after it and before a comma. */
    int[] ofLetter(String text, List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.length() != 1) {
            return NONE;
        }
        int[] side = letters.get(token.span().of(text));
        return side != null
                        && (describesNext(text, tokens, at)
                                || describesLast(text, tokens, at)
                                || isCompared(text, tokens, at))
                ? side
                : NONE;
    }

    /** "R > L": each is greater or less than the other. */
    private boolean isCompared(String text, List<Token> tokens, int at) {
        return isComparedWith(text, tokens, at, 1) || isComparedWith(text, tokens, at, -1);
    }

    private boolean isComparedWith(String text, List<Token> tokens, int at, int step) {
        int other = at + 2 * step;
        return other >= 0
                && other < tokens.size()
                && "<>".indexOf(text.charAt(tokens.get(at + step).start())) >= 0
                && letters.containsKey(tokens.get(other).span().of(text));
    }

    /** "2 L oxygen" is a volume, "R 18" a rate. */
    private static boolean describesNext(String text, List<Token> tokens, int at) {
        boolean counted = at > 0 && tokens.get(at - 1).kind() == Token.Kind.NUMBER;
        return !counted && at + 1 < tokens.size() && isNextWord(text, tokens.get(at), tokens.get(at + 1));
    }

    private static boolean describesLast(String text, List<Token> tokens, int at) {
        boolean follows = at > 0
                && isNextWord(text, tokens.get(at - 1), tokens.get(at))
                && tokens.get(at - 1).kind() == Token.Kind.WORD;
        if (!follows || at + 1 == tokens.size()) {
            return follows;
        }
        Token next = tokens.get(at + 1);
        return next.kind() == Token.Kind.SIGN && ",;)-:".indexOf(text.charAt(next.start())) >= 0;
    }

    private static boolean isNextWord(String text, Token token, Token next) {
        return next.kind() == Token.Kind.WORD
                && next.start() == token.end() + 1
                && text.charAt(token.end()) == ' '
                && (next.length() > 1 || token.length() > 1);
    }
}
