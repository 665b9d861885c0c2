package ai.meddoc.text;

import java.util.Arrays;

/**
 * Where the words of a text stand, with a hash of each in lower case. A word is a run of letters and digits; {@code %} and
 * {@code #} are words of their own; every other sign only parts words. Cut once and looked up by many, see
 * {@link PhraseTrie}; not changed once made.
 */
final class WordCuts {

    private static final char[] FOLDED = foldedAscii();

    private int[] starts;
    private int[] ends;
    private int[] hashes;
    private int size;

    private WordCuts(int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
        hashes = new int[capacity];
    }

    /** The words of a stretch. Linear. */
    static WordCuts of(CharSequence text, int from, int to) {
        WordCuts cuts = new WordCuts(Math.max(8, (to - from) / 5));
        int at = from;
        while (at < to) {
            int start = at;
            char c = fold(text.charAt(at++));
            if (c == 0) {
                continue;
            }
            int hash = c;
            while (!isSign(c) && at < to) {
                char next = fold(text.charAt(at));
                if (next == 0 || isSign(next)) {
                    break;
                }
                hash = 31 * hash + next;
                at++;
            }
            cuts.add(start, at, mixed(hash));
        }
        return cuts;
    }

    private void add(int start, int end, int hash) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size++] = hash;
    }

    int size() {
        return size;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    int hash(int index) {
        return hashes[index];
    }

    /** Index of the first word that starts at an offset or after it. */
    int firstFrom(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at < 0 ? -at - 1 : at;
    }

    /** The hash that a word in lower case has here. */
    static int hash(String folded) {
        return mixed(folded.hashCode());
    }

    private static int mixed(int hash) {
        return hash ^ hash >>> 15;
    }

    /** A word's character in lower case; 0 for what parts words. */
    static char fold(char c) {
        if (c < FOLDED.length) {
            return FOLDED[c];
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    private static char[] foldedAscii() {
        char[] folded = new char[128];
        for (char c = 0; c < folded.length; c++) {
            folded[c] = Character.isLetterOrDigit(c) || isSign(c) ? Character.toLowerCase(c) : 0;
        }
        return folded;
    }

    private static boolean isSign(char c) {
        return c == '%' || c == '#';
    }
}
