package ai.meddoc.evaluation;

import ai.meddoc.lab.LabResult;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which of the facts a provider must see stand in a summary. A fact counts when all its words stand there, in any order
 * and case; a laboratory value may be named by its analyte instead of its printed name ("Hgb 9.8" and "Hemoglobin 9.8").
 */
public final class SummaryFacts {

    private SummaryFacts() {}

    public static List<String> missing(String summary, List<String> facts, List<LabResult> labs) {
        Set<String> said = words(summary);
        return facts.stream().filter(fact -> !stands(words(fact), said, labs)).toList();
    }

    /** The share of facts that stand in the summary, 1 without facts. */
    public static double coverage(String summary, List<String> facts, List<LabResult> labs) {
        int missing = missing(summary, facts, labs).size();
        return facts.isEmpty() ? 1 : Rounded.toFour((double) (facts.size() - missing) / facts.size());
    }

    private static boolean stands(Set<String> fact, Set<String> said, List<LabResult> labs) {
        return said.containsAll(fact) || labs.stream().anyMatch(lab -> standsRenamed(fact, said, lab));
    }

    private static boolean standsRenamed(Set<String> fact, Set<String> said, LabResult lab) {
        String analyte = lab.analyte();
        if (analyte == null || !fact.containsAll(words(lab.valueText()))) {
            return false;
        }
        Set<String> printed = words(lab.name());
        Set<String> canonical = words(analyte);
        return renamed(fact, printed, canonical, said) || renamed(fact, canonical, printed, said);
    }

    private static boolean renamed(Set<String> fact, Set<String> from, Set<String> to, Set<String> said) {
        if (from.isEmpty() || !fact.containsAll(from)) {
            return false;
        }
        Set<String> other = new HashSet<>(fact);
        other.removeAll(from);
        other.addAll(to);
        return said.containsAll(other);
    }

    /** Runs of letters and digits in lower case; a point or comma between digits belongs to the number. */
    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || isDecimal(text, i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT).replace('\u00b5', '\u03bc'));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isDecimal(String text, int i) {
        char c = text.charAt(i);
        return (c == '.' || c == ',')
                && i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
    }
}
