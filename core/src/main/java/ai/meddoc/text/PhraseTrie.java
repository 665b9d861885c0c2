package ai.meddoc.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds phrases in text by whole words, whatever their case, in one pass: words are folded to numbers by one hash
 * look-up each, phrases are paths of such numbers. A word is a run of letters and digits; {@code %} and {@code #} are
 * words of their own; every other sign only parts words. Immutable and thread-safe.
 */
public final class PhraseTrie {

    /** What {@link #longest} answers when no phrase starts at a word. */
    public static final long NONE = -1;

    private final String[] words;
    private final int[] wordSlots;
    private final long[] edgeKeys;
    private final int[] edgeNodes;
    private final int[] phraseAt;

    private PhraseTrie(Map<String, Integer> wordIds, Map<Long, Integer> edges, int[] phraseAt) {
        this.words = new String[wordIds.size()];
        wordIds.forEach((word, id) -> words[id] = word);
        this.wordSlots = new int[capacity(words.length)];
        Arrays.fill(wordSlots, -1);
        for (int id = 0; id < words.length; id++) {
            int slot = hash(words[id], 0, words[id].length()) & (wordSlots.length - 1);
            while (wordSlots[slot] >= 0) {
                slot = (slot + 1) & (wordSlots.length - 1);
            }
            wordSlots[slot] = id;
        }
        this.edgeKeys = new long[capacity(edges.size())];
        this.edgeNodes = new int[edgeKeys.length];
        Arrays.fill(edgeKeys, NONE);
        edges.forEach(this::putEdge);
        this.phraseAt = phraseAt;
    }

    private void putEdge(long key, int node) {
        int slot = slot(key);
        while (edgeKeys[slot] != NONE) {
            slot = (slot + 1) & (edgeKeys.length - 1);
        }
        edgeKeys[slot] = key;
        edgeNodes[slot] = node;
    }

    /**
     * A trie of phrases.
     *
     * @param phrases phrase to the number that stands for it, not negative
     */
    public static PhraseTrie of(Map<String, Integer> phrases) {
        Map<String, Integer> wordIds = new LinkedHashMap<>();
        Map<Long, Integer> edges = new HashMap<>();
        int[] phraseAt = {-1};
        for (Map.Entry<String, Integer> phrase : phrases.entrySet()) {
            int node = 0;
            String text = phrase.getKey();
            for (int at = nextWord(text, 0, text.length()); at < text.length(); ) {
                int end = wordEnd(text, at, text.length());
                int word = wordIds.computeIfAbsent(fold(text, at, end), w -> wordIds.size());
                int fresh = edges.size() + 1;
                node = edges.computeIfAbsent(key(node, word), k -> fresh);
                at = nextWord(text, end, text.length());
            }
            phraseAt = Arrays.copyOf(phraseAt, edges.size() + 1 > phraseAt.length ? edges.size() + 1 : phraseAt.length);
            phraseAt[node] = phrase.getValue() + 1;
        }
        return new PhraseTrie(wordIds, edges, phraseAt);
    }

    /** Cuts a stretch of text into words and looks each one up. Linear. */
    public Words scan(CharSequence text, int from, int to) {
        Words found = new Words(Math.max(8, (to - from) / 5));
        for (int at = nextWord(text, from, to); at < to; ) {
            int end = wordEnd(text, at, to);
            found.add(at, end, wordId(text, at, end));
            at = nextWord(text, end, to);
        }
        return found;
    }

    /**
     * The longest phrase that starts at a word.
     *
     * @return {@link #NONE}, or a number that {@link #phrase} and {@link #endWord} take apart
     */
    public long longest(Words found, int index) {
        long best = NONE;
        int node = 0;
        for (int i = index; i < found.size(); i++) {
            int word = found.id(i);
            node = word < 0 ? -1 : step(node, word);
            if (node < 0) {
                break;
            }
            if (node < phraseAt.length && phraseAt[node] > 0) {
                best = (long) (i + 1) << 32 | phraseAt[node] - 1;
            }
        }
        return best;
    }

    /** The phrase's number. */
    public static int phrase(long match) {
        return (int) match;
    }

    /** Index after the match's last word. */
    public static int endWord(long match) {
        return (int) (match >>> 32);
    }

    private int step(int node, int word) {
        long key = key(node, word);
        for (int slot = slot(key); edgeKeys[slot] != NONE; slot = (slot + 1) & (edgeKeys.length - 1)) {
            if (edgeKeys[slot] == key) {
                return edgeNodes[slot];
            }
        }
        return -1;
    }

    private int wordId(CharSequence text, int start, int end) {
        int slot = hash(text, start, end) & (wordSlots.length - 1);
        for (; wordSlots[slot] >= 0; slot = (slot + 1) & (wordSlots.length - 1)) {
            if (same(words[wordSlots[slot]], text, start, end)) {
                return wordSlots[slot];
            }
        }
        return -1;
    }

    private static boolean same(String word, CharSequence text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (edgeKeys.length - 1);
    }

    private static long key(int node, int word) {
        return (long) node << 32 | word;
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + lower(text.charAt(i));
        }
        return hash ^ hash >>> 15;
    }

    private static String fold(String text, int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            folded.append(lower(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    private static int nextWord(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && !isWordPart(text.charAt(at)) && !isSignWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(CharSequence text, int start, int to) {
        int at = start + 1;
        if (isSignWord(text.charAt(start))) {
            return at;
        }
        while (at < to && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSignWord(char c) {
        return c == '%' || c == '#';
    }

    private static boolean isWordPart(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return Character.isLetterOrDigit(c);
    }

    private static int capacity(int entries) {
        return Integer.highestOneBit(Math.max(8, entries) * 2) * 2;
    }

    /** The words of a stretch of text, in order. Filled once by {@link #scan}, then only read. */
    public static final class Words {
        private int[] starts;
        private int[] ends;
        private int[] ids;
        private int size;

        private Words(int capacity) {
            starts = new int[capacity];
            ends = new int[capacity];
            ids = new int[capacity];
        }

        private void add(int start, int end, int id) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                ids = Arrays.copyOf(ids, size * 2);
            }
            starts[size] = start;
            ends[size] = end;
            ids[size++] = id;
        }

        public int size() {
            return size;
        }

        /** Index of the first word that starts at an offset or after it. */
        public int firstFrom(int offset) {
            int at = Arrays.binarySearch(starts, 0, size, offset);
            return at < 0 ? -at - 1 : at;
        }

        /** Offset of a word's first character. */
        public int start(int index) {
            return starts[index];
        }

        /** Offset after a word's last character. */
        public int end(int index) {
            return ends[index];
        }

        /** The word's number, negative when no phrase contains it. */
        public int id(int index) {
            return ids[index];
        }
    }
}
