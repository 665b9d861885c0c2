package ai.meddoc.mention;

import java.util.Arrays;

/** Token positions of a term in a sentence. */
final class Places {

    static final int[] NONE = {};

    private Places() {}

    static int[] distinctSorted(int[] tokens) {
        if (tokens.length == 1) {
            return tokens;
        }
        Arrays.sort(tokens);
        int n = 1;
        for (int i = 1; i < tokens.length; i++) {
            if (tokens[i] != tokens[i - 1]) {
                tokens[n++] = tokens[i];
            }
        }
        return n == tokens.length ? tokens : Arrays.copyOf(tokens, n);
    }
}
