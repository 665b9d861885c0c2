package ai.meddoc.terminology;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * From folded words to numbers by the words' 64-bit hashes, in two arrays that load as they lie on disk. Two of a hundred
 * thousand words share a hash with a chance below one in a billion. Filled once, then read by any number of threads.
 */
final class WordTable {

    /** What {@link #get} answers for a word that is not in the table. */
    static final int MISSING = Integer.MIN_VALUE;

    private long[] keys;
    private int[] values;
    private int size;

    WordTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        values = new int[capacity];
    }

    private WordTable(long[] keys, int[] values, int size) {
        this.keys = keys;
        this.values = values;
        this.size = size;
    }

    /** FNV-1a over the characters, finished so that all bits depend on all characters; never 0. */
    static long hash(CharSequence word) {
        return hashWithout(word, -1);
    }

    /** The hash of the word with one character left out. */
    static long hashWithout(CharSequence word, int omitted) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            if (i != omitted) {
                h = (h ^ word.charAt(i)) * 0x100000001b3L;
            }
        }
        h ^= h >>> 32;
        h *= 0x9e3779b97f4a7c15L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }

    int get(long hash) {
        int mask = keys.length - 1;
        for (int at = (int) hash & mask; keys[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == hash) {
                return values[at];
            }
        }
        return MISSING;
    }

    void put(long hash, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int at = (int) hash & mask;
        while (keys[at] != 0 && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        size += keys[at] == 0 ? 1 : 0;
        keys[at] = hash;
        values[at] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    int bytes() {
        return 8 + keys.length * 12;
    }

    void write(ByteBuffer out) {
        out.putInt(keys.length).putInt(size);
        Arrays.stream(keys).forEach(out::putLong);
        Arrays.stream(values).forEach(out::putInt);
    }

    static WordTable read(ByteBuffer in) {
        int capacity = in.getInt();
        int size = in.getInt();
        long[] keys = new long[capacity];
        in.asLongBuffer().get(keys);
        in.position(in.position() + capacity * 8);
        int[] values = new int[capacity];
        in.asIntBuffer().get(values);
        in.position(in.position() + capacity * 4);
        return new WordTable(keys, values, size);
    }
}
