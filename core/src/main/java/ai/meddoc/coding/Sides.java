package ai.meddoc.coding;

import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/**
 * Which side of the body a document speaks of, by the words that stand beside "left", "right" and "bilateral": a problem
 * named without its side has the one side that the rest of the document gives its body part (Official Guidelines I.B.13).
 * Made once per document; not changed afterwards.
 */
final class Sides {

    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int BOTH = 4;
    private static final int REACH = 4;

    private final int left;
    private final int right;
    private final int bilateral;
    private final int dominant;
    private final int nondominant;
    private final int unilateral;
    private final Map<Integer, Integer> sidesOfWord = new HashMap<>();
    private int lefts;
    private int rights;
    private int boths;

    Sides(TextWords words, Vocabulary vocabulary) {
        left = vocabulary.numberOf("left");
        right = vocabulary.numberOf("right");
        bilateral = vocabulary.numberOf("bilateral");
        dominant = vocabulary.numberOf("dominant");
        unilateral = vocabulary.numberOf("unilateral");
        nondominant = vocabulary.numberOf("nondominant");
        for (int s = 0; s < words.sentences(); s++) {
            read(words, s);
        }
    }

    private void read(TextWords words, int sentence) {
        int[] numbers = words.words(sentence);
        for (int t = 0; t < numbers.length; t++) {
            int side = sideAt(words, sentence, t);
            lefts += (side & LEFT) != 0 ? 1 : 0;
            rights += (side & RIGHT) != 0 ? 1 : 0;
            boths += (side & BOTH) != 0 ? 1 : 0;
            if (side != 0) {
                mark(words, sentence, t, side);
            }
        }
    }

    private void mark(TextWords words, int sentence, int token, int side) {
        int[] numbers = words.words(sentence);
        int end = Math.min(numbers.length, token + 1 + REACH);
        for (int t = token; t < end && (t == token || sideOf(numbers[t]) == 0); t++) {
            if (words.isClauseEnd(sentence, t)) {
                break;
            }
            markWord(numbers[t], side);
            for (int number : words.expansion(sentence, t)) {
                markWord(number, side);
            }
        }
    }

    private void markWord(int number, int side) {
        if (number >= 0 && sideOf(number) == 0) {
            sidesOfWord.merge(number, side, (a, b) -> a | b);
        }
    }

    /** The sides that a token names, as bits; 0 for none. */
    int sideAt(TextWords words, int sentence, int token) {
        int side = sideOf(words.words(sentence)[token]);
        for (int number : words.expansion(sentence, token)) {
            side |= sideOf(number);
        }
        return side;
    }

    /** Left and right together are bilateral. */
    int withBoth(int sides) {
        return (sides & LEFT) != 0 && (sides & RIGHT) != 0 ? sides | BOTH : sides;
    }

    /** Whether sides as {@link #sideAt} gives them hold the one that a word names. */
    boolean holds(int sides, int number) {
        return (sides & sideOf(number)) != 0;
    }

    private int sideOf(int number) {
        return number < 0 ? 0 : number == left ? LEFT : number == right ? RIGHT : number == bilateral ? BOTH : 0;
    }

    boolean isSide(int number) {
        return sideOf(number) != 0;
    }

    boolean isUnilateral(int number) {
        return number >= 0 && number == unilateral;
    }

    int left() {
        return left;
    }

    int right() {
        return right;
    }

    /** Whether the document gives one of {@code bodyWords} exactly the side that {@code number} names. */
    boolean isSaid(int number, int[] bodyWords) {
        int side = sideOf(number);
        for (int word : bodyWords) {
            Integer said = sidesOfWord.get(word);
            if (said != null && said == side) {
                return true;
            }
            if (said != null) {
                return false;
            }
        }
        return side == only();
    }

    /** The one side that the document speaks of at all, 0 when there are several or none. */
    private int only() {
        if (boths == 0 && lefts > 0 && rights == 0) {
            return LEFT;
        }
        if (boths == 0 && rights > 0 && lefts == 0) {
            return RIGHT;
        }
        return boths > 0 && lefts == 0 && rights == 0 ? BOTH : 0;
    }

    /** The side whose being affected makes it the dominant (right) or nondominant (left) one (I.C.6.a); -1 for other words. */
    int dominance(int number) {
        if (number < 0) {
            return -1;
        }
        return number == dominant ? right : number == nondominant ? left : -1;
    }
}
