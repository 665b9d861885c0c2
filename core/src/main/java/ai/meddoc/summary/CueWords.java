package ai.meddoc.summary;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code cue-words.tsv} that tell what a sentence is there for. Immutable and thread-safe. */
final class CueWords {

    private final Map<String, Set<String>> words;

    private CueWords(Map<String, Set<String>> words) {
        this.words = Map.copyOf(words);
    }

    static CueWords load() {
        Map<String, Set<String>> words = new HashMap<>();
        for (List<String> row : RuleFile.rows(CueWords.class, "cue-words.tsv", 2)) {
            words.computeIfAbsent(row.get(1), k -> new HashSet<>()).add(row.get(0));
        }
        return new CueWords(words);
    }

    boolean is(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** The words of a stretch in lower case; hyphens, slashes and points part words, except inside numbers. */
    static String[] of(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.%']+|(?<![0-9])\\.|\\.(?![0-9])", -1);
    }

    /** How many of the words are of a kind. */
    int count(String kind, String[] of) {
        int count = 0;
        for (String word : of) {
            count += is(kind, word) ? 1 : 0;
        }
        return count;
    }
}
