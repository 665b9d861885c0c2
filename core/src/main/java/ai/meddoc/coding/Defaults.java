package ai.meddoc.coding;

import java.util.Locale;

/** Which of several children stands for "nothing more is said": what the index's default entries have in common. */
final class Defaults {

    private Defaults() {}

    /** The higher, the more a child is the default. */
    static int rank(String title, String code, int residualWords) {
        String lower = title.toLowerCase(Locale.ROOT);
        int rank;
        if (lower.contains("with unspecified") && !lower.contains("with unspecified severity")) {
            rank = 10;
        } else if (lower.contains("unspecified")) {
            rank = 80 + Math.min(5, count(lower, "unspecified")) - Math.min(4, residualWords);
        } else if (lower.contains("uncomplicated") || lower.contains("without complication")) {
            rank = 74;
        } else if (lower.contains("without")
                || lower.contains("not intractable")
                || lower.contains("not having achieved")) {
            rank = 70;
        } else if (residualWords == 0 && !lower.startsWith("other")) {
            rank = 60;
        } else if (lower.startsWith("other") || lower.contains("other specified")) {
            rank = 20;
        } else {
            rank = 30 - Math.min(9, residualWords);
        }
        return rank * 4 + (code.endsWith("9") ? 3 : code.endsWith("0") ? 2 : 0);
    }

    private static int count(String text, String word) {
        int n = 0;
        for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
            n++;
        }
        return n;
    }
}
