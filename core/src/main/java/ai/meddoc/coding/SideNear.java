package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;

/**
 * The side that the words around a mention give it (Official Guidelines I.B.13): of several the one that stands nearest to
 * its words, rather before than after them, so that "left wrist and right ankle" gives each its own; sides told together
 * ("left and right", "right > left") count together. Made for one mention.
 */
final class SideNear {

    /** No side stands near. */
    static final int NONE = 0;

    private static final int AFTER = 3;
    private static final int SIGN = 2;
    private static final int APART = 5;

    private final TextWords words;
    private final int sentence;
    private final Mention mention;
    private final Sides sides;

    SideNear(TextWords words, Mention mention, Sides sides) {
        this.words = words;
        this.sentence = mention.sentence();
        this.mention = mention;
        this.sides = sides;
    }

    /**
     * @param from the first token that counts
     * @param no which tokens after it are denied
     */
    int of(int from, boolean[] no) {
        int nearest = NONE;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < no.length; i++) {
            int side = no[i] ? NONE : sides.sideAt(words, sentence, from + i);
            if (side != NONE) {
                int last = i;
                for (int next = next(from, i, no); next > 0; next = next(from, next, no)) {
                    side |= sides.sideAt(words, sentence, from + next);
                    last = next;
                }
                int distance = distance(from + i, from + last);
                if (distance < least) {
                    least = distance;
                    nearest = side;
                }
                i = last;
            }
        }
        return sides.withBoth(nearest);
    }

    /** The side told together with the one at {@code i}, if any; both indices count from {@code from}. */
    private int next(int from, int i, boolean[] no) {
        boolean together = false;
        int[] numbers = words.words(sentence);
        for (int k = i + 1; k < no.length && k < i + APART; k++) {
            int token = from + k;
            if (sides.sideAt(words, sentence, token) != NONE) {
                return together && !no[k] ? k : -1;
            }
            boolean repeated = k == i + 1 && isRepeated(numbers, token, no.length + from);
            if (words.isCoordinator(sentence, token)) {
                together = true;
            } else if (!repeated) {
                return -1;
            }
        }
        return -1;
    }

    /** "Left knee and right knee": the word after one side stands after the next too. */
    private boolean isRepeated(int[] numbers, int token, int end) {
        return numbers[token] >= 0 && token + 3 < end && numbers[token + 3] == numbers[token];
    }

    /** How far the sides from one token to another stand from the nearest word of the mention. */
    private int distance(int first, int last) {
        int least = Integer.MAX_VALUE;
        int at = 0;
        for (int t = mention.firstToken();
                t <= mention.lastToken() && at < mention.words().size();
                t++) {
            Span word = mention.words().get(at);
            if (words.token(sentence, t).span().equals(word)) {
                at++;
                least = Math.min(least, t < first ? AFTER + cost(t, first) : t > last ? cost(last, t) : 0);
            }
        }
        return least;
    }

    private int cost(int left, int right) {
        int cost = 0;
        for (int t = left + 1; t < right; t++) {
            boolean sign = words.token(sentence, t).kind() == Token.Kind.SIGN;
            cost += sign ? SIGN : words.words(sentence)[t] == Vocabulary.STOP ? 0 : 2;
        }
        return cost;
    }
}
