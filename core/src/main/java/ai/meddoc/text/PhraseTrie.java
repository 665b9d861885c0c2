package ai.meddoc.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds phrases in text by whole words, whatever their case, in one pass: words are folded to numbers by one hash
 * look-up each, phrases are paths of such numbers. Immutable and thread-safe.
 */
public final class PhraseTrie {

    /** What {@link #longest} answers when no phrase starts at a word. */
    public static final long NONE = -1;

    private final String[] words;
    private final int[] hashes;
    private final int[] wordSlots;
    private final long[] edgeKeys;
    private final int[] edgeNodes;
    private final int[] phraseAt;

    private PhraseTrie(Map<String, Integer> wordIds, Map<Long, Integer> edges, int[] phraseAt) {
        this.words = new String[wordIds.size()];
        wordIds.forEach((word, id) -> words[id] = word);
        this.wordSlots = new int[capacity(words.length)];
        Arrays.fill(wordSlots, -1);
        this.hashes = new int[words.length];
        for (int id = 0; id < words.length; id++) {
            hashes[id] = WordCuts.hash(words[id]);
            int slot = hashes[id] & (wordSlots.length - 1);
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
            WordCuts cuts = WordCuts.of(text, 0, text.length());
            for (int i = 0; i < cuts.size(); i++) {
                int word = wordIds.computeIfAbsent(fold(text, cuts.start(i), cuts.end(i)), w -> wordIds.size());
                int fresh = edges.size() + 1;
                node = edges.computeIfAbsent(key(node, word), k -> fresh);
            }
            phraseAt = Arrays.copyOf(phraseAt, edges.size() + 1 > phraseAt.length ? edges.size() + 1 : phraseAt.length);
            phraseAt[node] = phrase.getValue() + 1;
        }
        return new PhraseTrie(wordIds, edges, phraseAt);
    }

    /** Cuts a stretch of text into words and looks each one up. Linear. */
    public Words scan(CharSequence text, int from, int to) {
        return lookUp(text, WordCuts.of(text, from, to));
    }

    /** Looks up each word of a document, whose text is cut into words only once. */
    public Words scan(DocumentText document) {
        return lookUp(document.text(), document.words());
    }

    private Words lookUp(CharSequence text, WordCuts cuts) {
        int[] ids = new int[cuts.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = wordId(text, cuts.start(i), cuts.end(i), cuts.hash(i));
        }
        return new Words(cuts, ids);
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

    private int wordId(CharSequence text, int start, int end, int hash) {
        int slot = hash & (wordSlots.length - 1);
        for (; wordSlots[slot] >= 0; slot = (slot + 1) & (wordSlots.length - 1)) {
            int id = wordSlots[slot];
            if (hashes[id] == hash && same(words[id], text, start, end)) {
                return id;
            }
        }
        return -1;
    }

    private static boolean same(String word, CharSequence text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != WordCuts.fold(text.charAt(start + i))) {
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

    private static String fold(String text, int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            folded.append(WordCuts.fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static int capacity(int entries) {
        return Integer.highestOneBit(Math.max(8, entries) * 2) * 2;
    }

    /** The words of a stretch of text, in order. Not changed once made. */
    public static final class Words {
        private final WordCuts cuts;
        private final int[] ids;

        private Words(WordCuts cuts, int[] ids) {
            this.cuts = cuts;
            this.ids = ids;
        }

        public int size() {
            return ids.length;
        }

        /** Index of the first word that starts at an offset or after it. */
        public int firstFrom(int offset) {
            return cuts.firstFrom(offset);
        }

        /** Offset of a word's first character. */
        public int start(int index) {
            return cuts.start(index);
        }

        /** Offset after a word's last character. */
        public int end(int index) {
            return cuts.end(index);
        }

        /** The word's number, negative when no phrase contains it. */
        public int id(int index) {
            return ids[index];
        }
    }
}
