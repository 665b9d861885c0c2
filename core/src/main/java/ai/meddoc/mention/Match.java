package ai.meddoc.mention;

import java.util.Arrays;

/**
 * A term found in a sentence.
 *
 * @param term index of the term
 * @param tokens the tokens that carry its words, ascending
 * @param gap the cost of what stands between them
 */
record Match(int term, int[] tokens, int gap, int score) implements Comparable<Match> {

    int first() {
        return tokens[0];
    }

    int last() {
        return tokens[tokens.length - 1];
    }

    /** Whether its words stand side by side. */
    boolean isClose() {
        return last() - first() == tokens.length - 1;
    }

    /** Whether its words are among the other's, which has more. */
    boolean isInside(Match other) {
        if (tokens.length >= other.tokens.length) {
            return false;
        }
        for (int token : tokens) {
            if (Arrays.binarySearch(other.tokens, token) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The better one first: more words, then less between them, then the more trusted source. */
    @Override
    public int compareTo(Match other) {
        return score != other.score ? Integer.compare(other.score, score) : Integer.compare(term, other.term);
    }
}
