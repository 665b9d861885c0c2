package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.PhraseTrie;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Turns of phrase that state a code where no term of the index does, as the data file lists them. A rule is tried only on
 * sentences that hold one of its words, so that their number costs little. Immutable; thread-safe.
 */
final class StatementRules {

    private static final int COLUMNS = 7;

    /** A line that only names a pattern for later ones. */
    private static final String DEFINE = "define";

    /** What was suspected and is ruled out is what these state (I.C.16.b). */
    private static final String OBSERVATION = "STATED-OBSERVATION";

    private final PhraseTrie words;
    /** By the number that the trie gives a word. */
    private final List<List<Rule>> rulesOfWord = new ArrayList<>();

    /**
     * @param also what else the sentence has to say, in lower case; empty for nothing
     * @param unless what it must not say; empty for nothing
     */
    private record Rule(String ruleId, String code, CuedPattern said, CuedPattern also, CuedPattern unless) {
        boolean isRefused(String sentence) {
            return !also.isEmpty() && !also.isIn(sentence) || !unless.isEmpty() && unless.isIn(sentence);
        }
    }

    StatementRules() {
        PatternParts parts = new PatternParts();
        Map<String, Integer> numbers = new HashMap<>();
        for (List<String> row : RuleFile.rows(StatementRules.class, "statements.tsv", COLUMNS)) {
            if (row.get(0).equals(DEFINE)) {
                parts.name(row.get(1), "(?:" + row.get(3) + ')');
            } else {
                Rule rule = rule(row, parts);
                for (String word : row.get(2).split(" ")) {
                    add(word, rule, numbers);
                    add(word + 's', rule, numbers);
                }
            }
        }
        this.words = PhraseTrie.of(numbers);
    }

    private void add(String word, Rule rule, Map<String, Integer> numbers) {
        int number = numbers.computeIfAbsent(word, w -> rulesOfWord.size());
        if (number == rulesOfWord.size()) {
            rulesOfWord.add(new ArrayList<>());
        }
        rulesOfWord.get(number).add(rule);
    }

    private static Rule rule(List<String> row, PatternParts parts) {
        return new Rule(
                row.get(0),
                row.get(1),
                CuedPattern.compile(parts.expand(row.get(3))),
                CuedPattern.compile(parts.expand(row.get(4))),
                CuedPattern.compile(parts.expand(row.get(5))));
    }

    /** What the sentences state of the patient, affirmed; in text order. */
    List<Statement> read(CodingInput input) {
        PhraseTrie.Words found = words.scan(input.text());
        List<Statement> statements = new ArrayList<>();
        int at = 0;
        for (int s = 0; s < input.words().sentences(); s++) {
            Span span = input.words().sentence(s).span();
            Set<Rule> rules = Set.of();
            while (at < found.size() && found.start(at) < span.end()) {
                rules = with(rules, words.longest(found, at++));
            }
            if (!rules.isEmpty()) {
                String lower = input.text().lower(span);
                for (Rule rule : rules) {
                    read(rule, lower, s, input, statements);
                }
            }
        }
        return statements;
    }

    private Set<Rule> with(Set<Rule> rules, long match) {
        if (match == PhraseTrie.NONE) {
            return rules;
        }
        Set<Rule> all = rules.isEmpty() ? new LinkedHashSet<>() : rules;
        all.addAll(rulesOfWord.get(PhraseTrie.phrase(match)));
        return all;
    }

    /** "Exposure at work", "hit by another player": others have a part in what happened. */
    private static boolean isExternal(String code) {
        return "VWXY".indexOf(code.charAt(0)) >= 0;
    }

    private static void read(Rule rule, String lower, int sentence, CodingInput input, List<Statement> found) {
        Matcher m = rule.said().find(lower, 0);
        if (m == null || rule.isRefused(lower)) {
            return;
        }
        int start = input.words().sentence(sentence).span().start();
        Span span = new Span(start + m.start(), start + m.end());
        Assertion assertion = input.contexts().get(sentence).assertionOf(span);
        boolean own = assertion.experiencer() == Assertion.Experiencer.PATIENT || isExternal(rule.code());
        boolean holds = assertion.presence() == Assertion.Presence.PRESENT
                || rule.ruleId().equals(OBSERVATION) && assertion.presence() == Assertion.Presence.ABSENT;
        if (holds && own) {
            found.add(new Statement(rule.code(), span, sentence, rule.ruleId()));
        }
    }
}
