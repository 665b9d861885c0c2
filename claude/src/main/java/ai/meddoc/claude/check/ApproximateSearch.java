package ai.meddoc.claude.check;

import org.jspecify.annotations.Nullable;

/** Finds the stretch of a text with the smallest edit distance to a pattern (Sellers 1980). Stateless. */
final class ApproximateSearch {

    private ApproximateSearch() {}

    record Match(int start, int end, int edits) {}

    /** The nearest stretch with at most so many edits, null when there is none. */
    static @Nullable Match best(String text, String pattern, int most) {
        int m = pattern.length();
        int[] edits = new int[m + 1];
        int[] starts = new int[m + 1];
        for (int i = 0; i <= m; i++) {
            edits[i] = i;
        }
        int bestEdits = most + 1;
        Match best = null;
        for (int j = 1; j <= text.length(); j++) {
            step(text.charAt(j - 1), pattern, j, edits, starts);
            if (edits[m] < bestEdits) {
                bestEdits = edits[m];
                best = new Match(starts[m], j, bestEdits);
            }
        }
        return best == null || best.start() >= best.end() ? null : best;
    }

    /** One column of the table: {@code edits[i]} for the first i characters of the pattern ending at text position j. */
    private static void step(char c, String pattern, int j, int[] edits, int[] starts) {
        int diagonal = edits[0];
        int diagonalStart = starts[0];
        edits[0] = 0;
        starts[0] = j;
        for (int i = 1; i < edits.length; i++) {
            int replaced = diagonal + (pattern.charAt(i - 1) == c ? 0 : 1);
            int skipped = edits[i] + 1;
            int added = edits[i - 1] + 1;
            diagonal = edits[i];
            int start = diagonalStart;
            diagonalStart = starts[i];
            if (replaced <= skipped && replaced <= added) {
                edits[i] = replaced;
            } else if (skipped <= added) {
                edits[i] = skipped;
                start = starts[i];
            } else {
                edits[i] = added;
                start = starts[i - 1];
            }
            starts[i] = start;
        }
    }
}
