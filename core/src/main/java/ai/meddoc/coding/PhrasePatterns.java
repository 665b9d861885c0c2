package ai.meddoc.coding;

import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns of phrase by name, as a data file states them: regular expressions over lower-case text. Immutable; thread-safe. */
final class PhrasePatterns {

    private static final int COLUMNS = 3;

    private final String file;
    private final Map<String, CuedPattern> byName;

    private PhrasePatterns(String file, Map<String, CuedPattern> byName) {
        this.file = file;
        this.byName = Map.copyOf(byName);
    }

    /** A line may name the pattern of an earlier one in braces. */
    static PhrasePatterns load(String file) {
        PatternParts parts = new PatternParts();
        Map<String, CuedPattern> patterns = new HashMap<>();
        for (List<String> row : RuleFile.rows(PhrasePatterns.class, file, COLUMNS)) {
            String pattern = parts.expand(row.get(1));
            parts.name(row.get(0), pattern);
            patterns.put(row.get(0), CuedPattern.compile(pattern));
        }
        return new PhrasePatterns(file, patterns);
    }

    /** @throws IllegalStateException if the file has no such name: a broken build */
    CuedPattern of(String name) {
        CuedPattern pattern = byName.get(name);
        if (pattern == null) {
            throw new IllegalStateException(file + " has no " + name);
        }
        return pattern;
    }
}
