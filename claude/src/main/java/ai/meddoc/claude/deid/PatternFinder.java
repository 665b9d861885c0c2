package ai.meddoc.claude.deid;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds identifiers by their form or by the label before them. Patterns in {@code identifiers.tsv}: the group {@code v}, or
 * else the whole match, is the identifier. Immutable; thread-safe.
 */
final class PatternFinder {

    private static final int COLUMNS = 4;

    private record Rule(IdentifierKind kind, boolean sure, Pattern pattern, boolean grouped) {}

    private final List<Rule> rules;

    private PatternFinder(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static PatternFinder load(PatternParts parts) {
        return new PatternFinder(RuleFile.rows(PatternFinder.class, "identifiers.tsv", COLUMNS).stream()
                .map(row -> new Rule(
                        IdentifierKind.valueOf(row.get(1)),
                        row.get(2).toLowerCase(Locale.ROOT).equals("sure"),
                        parts.compile(row.get(3)),
                        row.get(3).contains("(?<v>")))
                .toList());
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern.matcher(text);
            while (matcher.find()) {
                boolean inner = rule.grouped && matcher.start("v") >= 0;
                int start = inner ? matcher.start("v") : matcher.start();
                int end = inner ? matcher.end("v") : matcher.end();
                if (end > start) {
                    found.add(new Identifier(rule.kind, new Span(start, end), rule.sure));
                }
            }
        }
        return found;
    }
}
