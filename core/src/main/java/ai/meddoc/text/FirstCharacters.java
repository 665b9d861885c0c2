package ai.meddoc.text;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * The first two characters that a match of a regular expression may have, told from the expression alone: what a search
 * for it may pass over. Never too few; where an expression says too little, or in a way that is not read here, it is any.
 * Characters beyond ASCII, and the end of the text, count as one. Immutable; thread-safe.
 */
final class FirstCharacters {

    private static final int SYMBOLS = 128;
    private static final int OTHER = 0;

    private final boolean any;
    private final boolean edge;
    private final long[] pairs;

    private FirstCharacters(boolean any, boolean edge, BitSet pairs) {
        this.any = any;
        this.edge = edge;
        this.pairs = new long[SYMBOLS * SYMBOLS / Long.SIZE];
        pairs.stream().forEach(pair -> this.pairs[pair >> 6] |= 1L << pair);
    }

    static FirstCharacters of(Pattern pattern) {
        Beginning beginning = new RegexBeginnings(pattern).read();
        return beginning.empty
                ? new FirstCharacters(true, false, new BitSet())
                : new FirstCharacters(false, beginning.edge, beginning.all());
    }

    /** Whether nothing can be passed over. */
    boolean areAny() {
        return any;
    }

    /** The next offset from {@code from} on where a match may begin; the text's length for none. */
    int next(CharSequence text, int from) {
        int end = text.length();
        int symbol = from < end ? symbol(text.charAt(from)) : OTHER;
        for (int i = from; i < end; i++) {
            int following = i + 1 < end ? symbol(text.charAt(i + 1)) : OTHER;
            int pair = symbol * SYMBOLS + following;
            if ((pairs[pair >> 6] & 1L << pair) != 0 && !(edge && isInsideWord(text, i))) {
                return i;
            }
            symbol = following;
        }
        return end;
    }

    private static boolean isInsideWord(CharSequence text, int at) {
        return at > 0 && isWord(text.charAt(at)) && isWord(text.charAt(at - 1));
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static int symbol(int c) {
        return c < SYMBOLS ? c : OTHER;
    }

    /** What a part of an expression may begin with. Not changed once it is handed on. */
    static final class Beginning {
        /** It may match nothing, or stand for too much. */
        final boolean empty;
        /** It may match one of these characters alone. */
        final BitSet ones;
        /** It may match something longer that begins so. */
        final BitSet pairs;
        /** It asks for the edge of a word where it begins. */
        final boolean edge;

        private Beginning(boolean empty, boolean edge, BitSet ones, BitSet pairs) {
            this.empty = empty;
            this.edge = edge;
            this.ones = ones;
            this.pairs = pairs;
        }

        static Beginning nothing() {
            return new Beginning(true, false, new BitSet(), new BitSet());
        }

        /** The edge of a word, which has no length. */
        static Beginning wordEdge() {
            return new Beginning(true, true, new BitSet(), new BitSet());
        }

        /** Matches nothing at all: the start of a choice. */
        static Beginning never() {
            return new Beginning(false, true, new BitSet(), new BitSet());
        }

        static Beginning oneOf(BitSet characters) {
            BitSet symbols = new BitSet(SYMBOLS);
            characters.stream().forEach(c -> symbols.set(symbol(c)));
            return new Beginning(false, false, symbols, new BitSet());
        }

        Beginning or(Beginning other) {
            return new Beginning(
                    empty || other.empty, edge && other.edge, union(ones, other.ones), union(pairs, other.pairs));
        }

        Beginning then(Beginning next) {
            BitSet alone = new BitSet();
            alone.or(empty ? next.ones : alone);
            alone.or(next.empty ? ones : new BitSet());
            BitSet longer = union(pairs, empty ? next.pairs : new BitSet());
            BitSet firsts = next.firsts();
            ones.stream().forEach(one -> follow(one, firsts, longer));
            boolean begun = !ones.isEmpty() || !pairs.isEmpty();
            return new Beginning(empty && next.empty, edge || !begun && next.edge, alone, longer);
        }

        /** A character beyond ASCII may be two of the text's. */
        private static void follow(int one, BitSet firsts, BitSet longer) {
            if (one == OTHER) {
                longer.set(0, SYMBOLS);
            } else {
                firsts.stream().forEach(first -> longer.set(one * SYMBOLS + first));
            }
        }

        Beginning orNothing() {
            return or(nothing());
        }

        /** Whatever follows a character that may stand alone. */
        BitSet all() {
            BitSet all = (BitSet) pairs.clone();
            ones.stream().forEach(one -> all.set(one * SYMBOLS, (one + 1) * SYMBOLS));
            return all;
        }

        private BitSet firsts() {
            BitSet firsts = (BitSet) ones.clone();
            pairs.stream().forEach(pair -> firsts.set(pair / SYMBOLS));
            return firsts;
        }

        private static BitSet union(BitSet a, BitSet b) {
            BitSet both = (BitSet) a.clone();
            both.or(b);
            return both;
        }
    }
}
