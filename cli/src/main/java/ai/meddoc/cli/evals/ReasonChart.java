package ai.meddoc.cli.evals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Bars that count why answers were missed or wrong, the most frequent reason first. */
final class ReasonChart {

    private static final int LABELS = 185;
    private static final int BARS = 240;
    private static final int ROW = 26;
    private static final int MOST = 8;

    private ReasonChart() {}

    static String of(String title, String look, List<ReportData.Mark> marks) {
        Map<String, Integer> counts = new TreeMap<>();
        marks.forEach(mark -> counts.merge(kind(mark.why()), 1, Integer::sum));
        List<Map.Entry<String, Integer>> rows = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder svg = new StringBuilder(
                "<figure><figcaption>%s: %d</figcaption><svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                        .formatted(
                                title,
                                marks.size(),
                                Html.escaped(words(title, rows)),
                                LABELS + BARS + 50,
                                rows.size() * ROW + 4,
                                LABELS + BARS + 50,
                                rows.size() * ROW + 4));
        int most = rows.getFirst().getValue();
        for (int i = 0; i < rows.size(); i++) {
            bar(svg, rows.get(i), i * ROW, most, look);
        }
        return svg.append("</svg></figure>\n").toString();
    }

    private static void bar(StringBuilder svg, Map.Entry<String, Integer> row, int top, int most, String look) {
        double width = Math.max(2, (double) BARS * row.getValue() / most);
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                .formatted(LABELS - 8, top + 17, Html.escaped(row.getKey())));
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"bar %s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\"/>",
                look,
                LABELS,
                top + 4,
                width,
                ROW - 8));
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%d</text>", LABELS + width + 6, top + 17, row.getValue()));
    }

    /** What an answer was instead of differs from document to document; the kind is the same. */
    private static String kind(String why) {
        int detail = why.startsWith("instead of") ? "instead of".length() : why.indexOf(':');
        String kind = detail > 0 ? why.substring(0, detail) : why;
        return kind.equals("instead of") ? "another type" : kind;
    }

    private static String words(String title, List<Map.Entry<String, Integer>> rows) {
        StringBuilder words = new StringBuilder(title);
        rows.forEach(row -> words.append(", ").append(row.getKey()).append(' ').append(row.getValue()));
        return words.toString();
    }
}
