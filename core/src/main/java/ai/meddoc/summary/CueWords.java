package ai.meddoc.summary;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of {@code cue-words.tsv} that tell what a sentence is there for. Immutable and thread-safe. */
final class CueWords {

    /** Word to the kinds it is of, one bit each. */
    private final Map<String, Integer> kinds;

    private CueWords(Map<String, Integer> kinds) {
        this.kinds = kinds;
    }

    static CueWords load() {
        Map<String, Integer> kinds = new HashMap<>();
        for (List<String> row : RuleFile.rows(CueWords.class, "cue-words.tsv", 2)) {
            Cue cue = Cue.valueOf(row.get(1).toUpperCase(Locale.ROOT));
            kinds.merge(row.get(0), 1 << cue.ordinal(), (a, b) -> a | b);
        }
        return new CueWords(kinds);
    }

    boolean is(Cue cue, String word) {
        return (kinds.getOrDefault(word, 0) & 1 << cue.ordinal()) != 0;
    }

    /** The words of a stretch; signs part them, but for points, per cents and apostrophes inside. */
    Said read(DocumentText document, int from, int to) {
        String text = document.text();
        List<String> words = new ArrayList<>();
        int[] counts = new int[Cue.values().length];
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean inside = i < to && isInside(text, i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = document.lower(start, i);
                words.add(word);
                count(counts, kinds.getOrDefault(word, 0));
                start = -1;
            }
        }
        return new Said(words, counts);
    }

    private static void count(int[] counts, int kinds) {
        for (int left = kinds; left != 0; left &= left - 1) {
            counts[Integer.numberOfTrailingZeros(left)]++;
        }
    }

    private static boolean isInside(String text, int i) {
        char c = text.charAt(i);
        boolean point = c == '.'
                && i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
        return Character.isLetterOrDigit(c) || c == '%' || c == '\'' || point;
    }
}
