package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Token;
import java.util.Arrays;

/**
 * The words that stand near enough to a mention to describe it: in its clause, some tokens to either side; told apart by
 * whether a negation stands right before them. Not changed once made.
 */
final class SaidWords {

    private static final int BEFORE = 9;
    private static final int AFTER = 13;
    /** So many telling words after a negation are denied. */
    private static final int DENIES = 3;

    private final TextWords words;
    private final int sentence;
    private final Sides sides;
    private final Context context;
    private final int[] affirmed;
    private final int[] denied;
    /** The sides that the words give the mention, as {@link Sides} numbers them. */
    private final int near;

    private int[] found = new int[32];
    private int count;

    /** @param titleWords the words of the title that the mention leads to, its body part among them */
    record Context(int[] titleWords, ImpliedWords implied) {
        @Override
        public String toString() {
            return "Context[" + titleWords.length + " words]";
        }
    }

    SaidWords(TextWords words, Mention mention, Sides sides, Context context) {
        this.sides = sides;
        this.context = context;
        this.words = words;
        this.sentence = mention.sentence();
        int from = reach(mention.firstToken(), -1, BEFORE);
        int to = reach(mention.lastToken(), 1, AFTER);
        boolean[] no = new boolean[to - from + 1];
        markDenied(from, no);
        this.affirmed = collect(from, no, false);
        this.denied = collect(from, no, true);
        this.near = new SideNear(words, mention, sides).of(from, no);
    }

    /** Up to {@code most} tokens in one direction, not past the end of the clause. */
    private int reach(int start, int step, int most) {
        int tokens = words.words(sentence).length;
        int at = start;
        for (int i = 0; i < most; i++) {
            int next = at + step;
            if (next < 0 || next >= tokens || endsClause(next)) {
                break;
            }
            at = next;
        }
        return at;
    }

    private boolean endsClause(int token) {
        return words.token(sentence, token).kind() == Token.Kind.SIGN && words.isClauseEnd(sentence, token);
    }

    private void markDenied(int from, boolean[] no) {
        int[] numbers = words.words(sentence);
        int left = 0;
        for (int i = 0; i < no.length; i++) {
            int token = from + i;
            if (words.isNegation(sentence, token)) {
                left = DENIES;
            } else if (words.token(sentence, token).kind() == Token.Kind.SIGN) {
                left = words.isComma(sentence, token) ? 0 : left;
            } else if (words.isPreposition(sentence, token)) {
                left = left == DENIES ? left : 0;
            } else if (left > 0 && numbers[token] != Vocabulary.STOP) {
                no[i] = true;
                left--;
            }
        }
    }

    private int[] collect(int from, boolean[] no, boolean denials) {
        count = 0;
        int[] numbers = words.words(sentence);
        for (int i = 0; i < no.length; i++) {
            int token = from + i;
            if (no[i] == denials) {
                if (!isLooseNumber(token)) {
                    add(numbers[token]);
                }
                add(context.implied().of(words, sentence, token));
                for (int number : words.expansion(sentence, token)) {
                    add(number);
                }
            }
        }
        int[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private void add(int number) {
        if (number >= 0) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = number;
        }
    }

    /** A figure describes a problem only as its stage, type, grade or class; "2." may be the item's number. */
    private boolean isLooseNumber(int token) {
        return words.token(sentence, token).kind() == Token.Kind.NUMBER && !words.isGraded(sentence, token);
    }

    /** Whether one of {@code vocabulary} is said, affirmed or denied. */
    boolean touches(int[] vocabulary) {
        return meets(affirmed, vocabulary) || meets(denied, vocabulary);
    }

    private static boolean meets(int[] words, int[] vocabulary) {
        for (int word : words) {
            if (Arrays.binarySearch(vocabulary, word) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean affirms(int word) {
        if (word < 0) {
            return false;
        }
        int side = sides.dominance(word);
        if (side >= 0) {
            return affirms(side);
        }
        if (sides.isSide(word) && near != SideNear.NONE) {
            return sides.holds(near, word);
        }
        if (Arrays.binarySearch(affirmed, word) >= 0) {
            return true;
        }
        if (sides.isUnilateral(word)) {
            return affirms(sides.left()) != affirms(sides.right());
        }
        return sides.isSide(word) && sides.isSaid(word, context.titleWords());
    }

    boolean denies(int word) {
        return Arrays.binarySearch(denied, word) >= 0 && Arrays.binarySearch(affirmed, word) < 0;
    }

    boolean isSide(int word) {
        return sides.isSide(word) || sides.isUnilateral(word);
    }
}
