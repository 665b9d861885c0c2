package ai.meddoc.summary;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels at the beginning of a line and what follows them, from {@code labels.tsv}: those that are no heading of a
 * section, or stand inside one. Immutable and thread-safe.
 */
final class LabelTable {

    /** The longest label that is looked for, in characters. */
    private static final int LONGEST = 70;

    /**
     * A label that was found.
     *
     * @param end after the label and its colon
     * @param alone nothing follows it in its sentence
     */
    record Label(Role role, int end, boolean alone) {}

    private record Rule(Role role, boolean prefix) {}

    private final Map<String, Rule> rules;

    private LabelTable(Map<String, Rule> rules) {
        this.rules = rules;
    }

    static LabelTable load() {
        Map<String, Rule> rules = new HashMap<>();
        for (List<String> row : RuleFile.rows(LabelTable.class, "labels.tsv", 3)) {
            rules.put(row.get(0), new Rule(Role.valueOf(row.get(1)), row.get(2).equals("begins")));
        }
        return new LabelTable(rules);
    }

    /** The label with which a stretch begins, or null. */
    @Nullable Label read(String text, int start, int end) {
        int stop = stop(text, start, end);
        if (stop < 0) {
            return end - start > LONGEST ? null : alone(text, start, end);
        }
        int after = stop;
        while (after < end
                && !Character.isLetterOrDigit(text.charAt(after))
                && "(<>\"'".indexOf(text.charAt(after)) < 0) {
            after++;
        }
        Rule rule = rule(fold(text, start, stop));
        return rule == null ? null : new Label(rule.role(), after, after >= end);
    }

    /** A label of a reason or a diagnosis inside a line of other fields ("Order: CBC    Dx: anemia"), or null. */
    @Nullable Label readInside(String text, int start, int end) {
        for (int colon = text.indexOf(':', start, end); colon >= 0; colon = text.indexOf(':', colon + 1, end)) {
            int from = fieldStart(text, start, colon);
            Label label = from > start ? read(text, from, end) : null;
            if (label != null && !label.alone() && (label.role() == Role.REASON || label.role() == Role.ASSESSMENT)) {
                return label;
            }
        }
        return null;
    }

    /** The start of a field: after the last wide gap, bar or semicolon before its colon. */
    static int fieldStart(String text, int start, int colon) {
        int i = colon;
        while (i > start && !text.startsWith("   ", i - 1) && "|;".indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        while (i < colon && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** A label without a colon fills its line. */
    private @Nullable Label alone(String text, int start, int end) {
        Rule rule = rules.get(fold(text, start, end));
        return rule == null ? null : new Label(rule.role(), end, true);
    }

    /** Where a label's words would end: before a colon, a dash after a blank, dots, a slash after one letter; or -1. */
    private static int stop(String text, int start, int end) {
        int limit = Math.min(end, start + LONGEST);
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            boolean time = i + 1 < end && Character.isDigit(text.charAt(i + 1));
            boolean dash = (c == '-' || c == '\u2013' || c == '\u2014' || c == '=')
                    && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-');
            if (c == ':' && !time || dash || isLetterSlash(text, start, i)) {
                return i;
            }
            if (c == '.' && (i + 1 == end || text.charAt(i + 1) == '.')) {
                return i;
            }
        }
        return -1;
    }

    /** "S/" and "O/", not "A/P". */
    private static boolean isLetterSlash(String text, int start, int i) {
        return text.charAt(i) == '/' && i == start + 1 && !text.startsWith("P", i + 1) && !text.startsWith("p", i + 1);
    }

    private @Nullable Rule rule(String folded) {
        Rule exact = rules.get(folded);
        if (exact != null) {
            return exact;
        }
        for (int space = folded.lastIndexOf(' '); space > 0; space = folded.lastIndexOf(' ', space - 1)) {
            Rule begins = rules.get(folded.substring(0, space));
            if (begins != null && begins.prefix()) {
                return begins;
            }
        }
        return null;
    }

    private static String fold(String text, int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        int bracket = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            bracket += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (bracket <= 0 && Character.isLetterOrDigit(c)) {
                folded.append(Character.toLowerCase(c));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }
}
