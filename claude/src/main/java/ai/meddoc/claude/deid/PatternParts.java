package ai.meddoc.claude.deid;

import ai.meddoc.text.RuleFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The named parts of patterns, of {@code pattern-parts.tsv}, so that a pattern can be read. Immutable; thread-safe. */
final class PatternParts {

    private static final int COLUMNS = 2;
    private static final Pattern REFERENCE = Pattern.compile("\\{([A-Z_]{2,})\\}");

    private final Map<String, String> parts;

    private PatternParts(Map<String, String> parts) {
        this.parts = Map.copyOf(parts);
    }

    static PatternParts load() {
        List<List<String>> rows = RuleFile.rows(PatternParts.class, "pattern-parts.tsv", COLUMNS);
        return new PatternParts(rows.stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1))));
    }

    /** The pattern of one part. */
    Pattern part(String name) {
        return compile("{" + name + "}");
    }

    /** @throws IllegalStateException if a part is missing: a broken build */
    Pattern compile(String pattern) {
        return Pattern.compile(expand(pattern));
    }

    private String expand(String pattern) {
        return REFERENCE.matcher(pattern).replaceAll(found -> {
            String part = parts.get(found.group(1));
            if (part == null) {
                throw new IllegalStateException("no part of patterns is called " + found.group(1));
            }
            return Matcher.quoteReplacement(expand(part));
        });
    }
}
