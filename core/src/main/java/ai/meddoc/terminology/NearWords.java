package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the known words that an unknown one misspells or begins: one edit in words of five letters, two from eight on
 * (a letter missing, added, changed, or two swapped). Immutable; thread-safe.
 */
final class NearWords {
    private static final int SHORTEST = 5;
    private static final int SHORTEST_FOR_TWO = 8;
    private static final int SHORTEST_PREFIX = 4;
    private static final int MOST = 8;

    /** @param likeness 0..1 */
    record Near(int word, float likeness) {}

    private final List<String> words;
    /** The letters that a word contains, a bit each: few words differ in few letters, and only those are measured. */
    private final int[] letters;

    NearWords(List<String> words) {
        this.words = words;
        letters = new int[words.size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = lettersOf(words.get(i));
        }
    }

    private static int lettersOf(String word) {
        int bits = 0;
        for (int i = 0; i < word.length(); i++) {
            bits |= 1 << (word.charAt(i) & 31);
        }
        return bits;
    }

    /** The most alike first; none when the word is short or nothing is near. */
    List<Near> to(String unknown) {
        if (unknown.length() < SHORTEST_PREFIX || Character.isDigit(unknown.charAt(0))) {
            return List.of();
        }
        int most = unknown.length() < SHORTEST ? 0 : unknown.length() < SHORTEST_FOR_TWO ? 1 : 2;
        int bits = lettersOf(unknown);
        List<Near> found = new ArrayList<>();
        for (int i = 0; i < letters.length; i++) {
            String word = words.get(i);
            if (word.length() > unknown.length() && word.startsWith(unknown)) {
                found.add(new Near(i, 0.7f + 0.2f * unknown.length() / word.length()));
            } else if (isMeasured(word, unknown, most) && Integer.bitCount(bits ^ letters[i]) <= 2 * most) {
                int edits = edits(unknown, word, most);
                if (edits <= most) {
                    found.add(new Near(i, 1 - 0.12f * edits - (word.charAt(0) == unknown.charAt(0) ? 0 : 0.1f)));
                }
            }
        }
        found.sort(Comparator.comparing(Near::likeness).reversed());
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static boolean isMeasured(String word, String unknown, int most) {
        return word.length() >= SHORTEST - 1
                && Math.abs(word.length() - unknown.length()) <= most
                && !Character.isDigit(word.charAt(0));
    }

    /** Optimal string alignment distance; more than {@code most} is not told apart. */
    private static int edits(String a, String b, int most) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
                best = Math.min(best, row[j]);
            }
            if (best > most) {
                return best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
