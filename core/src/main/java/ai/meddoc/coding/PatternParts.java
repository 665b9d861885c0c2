package ai.meddoc.coding;

import java.util.HashMap;
import java.util.Map;

/** Named parts of regular expressions, so that a data file can be read: {@code {name}} stands for its part. Not thread-safe. */
final class PatternParts {

    private final Map<String, String> parts = new HashMap<>();

    /** Names a part for the patterns that follow. */
    void name(String name, String part) {
        parts.put('{' + name + '}', part);
    }

    /** A pattern with the parts that were named so far in their places. */
    String expand(String written) {
        String pattern = written;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            pattern = pattern.replace(part.getKey(), part.getValue());
        }
        return pattern;
    }
}
