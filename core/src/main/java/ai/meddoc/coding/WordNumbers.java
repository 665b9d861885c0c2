package ai.meddoc.coding;

import java.util.Arrays;

/** Sets of word numbers as arrays. */
final class WordNumbers {

    private WordNumbers() {}

    /** Sorted, each number once. */
    static int[] union(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        int count = 0;
        for (int number : all) {
            if (count == 0 || all[count - 1] != number) {
                all[count++] = number;
            }
        }
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    /** What of {@code numbers} is in a sorted array too. */
    static int[] common(int[] numbers, int[] sorted) {
        return filtered(numbers, sorted, true);
    }

    /** What of {@code numbers} is not in a sorted array. */
    static int[] without(int[] numbers, int[] sorted) {
        return filtered(numbers, sorted, false);
    }

    private static int[] filtered(int[] numbers, int[] sorted, boolean inside) {
        int[] kept = new int[numbers.length];
        int count = 0;
        for (int number : numbers) {
            if (Arrays.binarySearch(sorted, number) >= 0 == inside) {
                kept[count++] = number;
            }
        }
        return count == kept.length ? kept : Arrays.copyOf(kept, count);
    }
}
