package ai.meddoc.server.documents;

import java.util.Arrays;

/** Storage keys seen, eight bytes each: enough of 128 random bits to tell millions apart. Filled, then asked. */
final class KeySet {

    private static final int SHARD = 3;
    private static final int DIGITS = 16;

    private long[] keys = new long[1024];
    private int size;
    private boolean sorted;

    void add(String key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = bits(key);
        sorted = false;
    }

    boolean has(String key) {
        if (!sorted) {
            Arrays.sort(keys, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(keys, 0, size, bits(key)) >= 0;
    }

    private static long bits(String key) {
        return Long.parseUnsignedLong(key, SHARD, SHARD + DIGITS, 16);
    }
}
