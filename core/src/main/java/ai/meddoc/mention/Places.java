package ai.meddoc.mention;

import ai.meddoc.terminology.Vocabulary;
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

    /**
     * Whether a match may stand beside the better ones already chosen. Each token names one thing, but coordinated terms
     * share their head: in "chest and abdominal pain" the second, gapped term may use "pain" again.
     */
    static boolean mayTake(Match match, boolean[] taken, int[] words) {
        int free = 0;
        for (int t : match.tokens()) {
            free += taken[t] ? 0 : 1;
        }
        if (free == match.tokens().length) {
            return true;
        }
        if (free == 0 || match.tokens().length < 2) {
            return false;
        }
        return sharesHead(match, taken, words) && coordinated(match, words);
    }

    /** The head stands last ("chest and abdominal pain"), or first before a preposition ("fracture of tibia and fibula"). */
    private static boolean sharesHead(Match match, boolean[] taken, int[] words) {
        int last = match.tokens().length - 1;
        for (int i = 0; i <= last; i++) {
            boolean head = i == last || i == 0 && words[match.first() + 1] == Vocabulary.STOP;
            if (taken[match.tokens()[i]] && !head) {
                return false;
            }
        }
        return true;
    }

    private static boolean coordinated(Match match, int[] words) {
        for (int t = match.first() + 1; t < match.last(); t++) {
            if (words[t] == Vocabulary.STOP || words[t] == Vocabulary.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
