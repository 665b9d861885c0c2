package ai.meddoc.mention;

import java.util.Arrays;

/** Token positions of a term in a sentence. */
final class Places {

    static final int[] NONE = {};

    private Places() {}

    static int[] distinctSorted(int[] tokens) {
        int n = 0;
        for (int token : tokens) {
            n = insert(tokens, n, token);
        }
        return n == tokens.length ? tokens : Arrays.copyOf(tokens, n);
    }

    /** Among the first {@code n}, which are sorted; a term has few words, and its look-up is the engine's innermost loop. */
    private static int insert(int[] tokens, int n, int token) {
        int at = n;
        while (at > 0 && tokens[at - 1] > token) {
            at--;
        }
        if (at > 0 && tokens[at - 1] == token) {
            return n;
        }
        for (int i = n; i > at; i--) {
            tokens[i] = tokens[i - 1];
        }
        tokens[at] = token;
        return n + 1;
    }
}
