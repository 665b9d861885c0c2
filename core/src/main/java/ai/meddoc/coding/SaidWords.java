package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.text.Token;
import java.util.function.IntPredicate;

/** The words that stand near enough to a mention to describe it: in its sentence, a few tokens to either side. */
final class SaidWords implements IntPredicate {

    private static final int BEFORE = 7;
    private static final int AFTER = 9;

    private final TextWords words;
    private final int sentence;
    private final int from;
    private final int to;
    private final Sides sides;
    private final int[] titleWords;

    /** @param titleWords the words of the title that the mention leads to, its body part among them */
    SaidWords(TextWords words, Mention mention, Sides sides, int[] titleWords) {
        this.sides = sides;
        this.titleWords = titleWords;
        this.words = words;
        this.sentence = mention.sentence();
        this.from = reach(mention.firstToken(), -1, BEFORE);
        this.to = reach(mention.lastToken(), 1, AFTER);
    }

    /** Up to {@code most} tokens in one direction, not past the end of the clause. */
    private int reach(int start, int step, int most) {
        int count = words.words(sentence).length;
        int at = start;
        for (int i = 0; i < most; i++) {
            int next = at + step;
            if (next < 0 || next >= count || endsClause(next)) {
                break;
            }
            at = next;
        }
        return at;
    }

    private boolean endsClause(int token) {
        Token t = words.token(sentence, token);
        return t.kind() == Token.Kind.SIGN ? words.isClauseEnd(sentence, token) : words.isNegation(sentence, token);
    }

    @Override
    public boolean test(int word) {
        if (word < 0) {
            return false;
        }
        int side = sides.dominance(word);
        if (side >= 0) {
            return test(side);
        }
        if (isNear(word)) {
            return true;
        }
        return sides.isSide(word) && !isSideNear() && sides.isSaid(word, titleWords);
    }

    private boolean isSideNear() {
        int[] numbers = words.words(sentence);
        for (int t = from; t <= to; t++) {
            if (sides.isSide(numbers[t])) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(int word) {
        int[] numbers = words.words(sentence);
        for (int t = from; t <= to; t++) {
            if (numbers[t] == word && !isLooseNumber(t)) {
                return true;
            }
            for (int number : words.expansion(sentence, t)) {
                if (number == word) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A figure describes a problem only as its stage, type, grade or class; "2." may be the item's number. */
    private boolean isLooseNumber(int token) {
        return words.token(sentence, token).kind() == Token.Kind.NUMBER && !words.isGraded(sentence, token);
    }
}
