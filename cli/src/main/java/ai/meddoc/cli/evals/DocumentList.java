package ai.meddoc.cli.evals;

import java.util.Comparator;
import java.util.List;

/** Every document, those with the most errors first; one opens to its gold, found, missed and wrong answers. */
final class DocumentList {

    private static final int OPEN = 3;

    private DocumentList() {}

    static String of(List<ReportData.Row> rows) {
        List<ReportData.Row> sorted = rows.stream()
                .sorted(Comparator.comparingInt(ReportData.Row::errors).reversed())
                .toList();
        long clean = rows.stream().filter(row -> row.errors() == 0).count();
        StringBuilder list =
                new StringBuilder("<p>%d documents, %d without an error; those with the most errors first.</p>\n"
                        .formatted(rows.size(), clean));
        for (int i = 0; i < sorted.size(); i++) {
            document(list, sorted.get(i), i < OPEN && sorted.get(i).errors() > 0);
        }
        return list.toString();
    }

    private static void document(StringBuilder list, ReportData.Row row, boolean open) {
        list.append("<details")
                .append(open ? " open" : "")
                .append("><summary><strong>")
                .append(Html.escaped(row.id()))
                .append("</strong>");
        badge(list, "right", row.found().size(), "found");
        badge(list, "missed", row.missed().size(), "missed");
        badge(list, "wrong", row.wrong().size(), "wrong");
        list.append("</summary><div class=\"answers\">");
        group(
                list,
                "Gold",
                "",
                row.gold().stream().map(g -> new ReportData.Mark(g, "")).toList());
        group(
                list,
                "Found",
                "right",
                row.found().stream().map(f -> new ReportData.Mark(f, "")).toList());
        group(list, "Missed", "missed", row.missed());
        group(list, "Wrong", "wrong", row.wrong());
        list.append("</div></details>\n");
    }

    private static void badge(StringBuilder list, String look, int count, String word) {
        if (count > 0) {
            list.append(" <span class=\"badge ")
                    .append(look)
                    .append("\">")
                    .append(count)
                    .append(' ')
                    .append(word)
                    .append("</span>");
        }
    }

    private static void group(StringBuilder list, String title, String look, List<ReportData.Mark> marks) {
        list.append("<section><h3>").append(title).append("</h3>");
        if (marks.isEmpty()) {
            list.append("<p class=\"none\">none</p></section>");
            return;
        }
        list.append("<ul class=\"").append(look).append("\">");
        for (ReportData.Mark mark : marks) {
            list.append("<li>").append(Html.escaped(mark.what()));
            if (!mark.why().isEmpty()) {
                list.append(": <em>").append(Html.escaped(mark.why())).append("</em>");
            }
            list.append("</li>");
        }
        list.append("</ul></section>");
    }
}
