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

    static PatternFinder load() {
        return new PatternFinder(RuleFile.rows(PatternFinder.class, "identifiers.tsv", COLUMNS).stream()
                .map(row -> new Rule(
                        IdentifierKind.valueOf(row.get(1)),
                        row.get(2).toLowerCase(Locale.ROOT).equals("sure"),
                        Pattern.compile(expand(row.get(3))),
                        row.get(3).contains("(?<v>")))
                .toList());
    }

    /** Names of common parts, so that a pattern can be read. */
    private static String expand(String pattern) {
        return pattern.replace(
                        "{SEP}",
                        "[ \\t]*(?:(?:no|nos|num|number|nbr|id|#)\\b\\.?|#)?[ \\t]*[:#=.]{0,2}[ \\t]*(?:is[ \\t]+|was[ \\t]+)?[#]?[ \\t]*")
                .replace(
                        "{CODE}",
                        "(?-i:[A-Z]{2,5}[ ])?(?!(?:19|20)\\d\\d\\b(?![-.]))(?=[A-Za-z._-]*\\d(?:[A-Za-z._-]*\\d){3})[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+){0,12}"
                                + "(?:[ ]\\d{3,}[A-Z0-9-]*\\b(?!-?\\d)){0,4}"
                                + "(?![ ]?(?i:mg|mcg|ml|units?|iu|kcal|cells?|meters?|cc|g|kg|feet|ft|steps|hours|days|weeks|patients|[%/])\\b)")
                .replace(
                        "{MONTH}",
                        "(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?")
                .replace(
                        "{WEEKDAY}", "(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?\\.?,?[ ])?")
                .replace("{DAY}", "(?:0?[1-9]|[12]\\d|3[01])")
                .replace("{MM}", "(?:0?[1-9]|1[0-2])")
                .replace("{YEAR}", "(?:1[89]\\d\\d|20\\d\\d)")
                .replace(
                        "{STATE}",
                        "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])")
                .replace("{CAP}", "(?<![A-Za-z])[A-Z][A-Za-z'\\u2019.-]{0,30}");
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
