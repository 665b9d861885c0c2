package ai.meddoc.cli.evals;

import ai.meddoc.evaluation.TypesReport;
import java.util.Map;
import java.util.TreeSet;

/** Gold types down, predicted types across; the share of the row shades a cell. */
final class ConfusionMatrix {

    private ConfusionMatrix() {}

    static String of(Map<TypesReport.Confusion, Integer> confusions) {
        TreeSet<String> types = new TreeSet<>();
        confusions.keySet().forEach(c -> {
            types.add(c.gold());
            types.add(c.predicted());
        });
        StringBuilder table = new StringBuilder(
                "<div class=\"scroll\"><table class=\"matrix\"><caption>Gold down, predicted across</caption>\n<thead><tr><td></td>");
        types.forEach(type ->
                table.append("<th scope=\"col\">").append(Html.escaped(type)).append("</th>"));
        table.append("</tr></thead>\n<tbody>");
        for (String gold : types) {
            int all = types.stream()
                    .mapToInt(p -> confusions.getOrDefault(new TypesReport.Confusion(gold, p), 0))
                    .sum();
            table.append("<tr><th scope=\"row\">").append(Html.escaped(gold)).append("</th>");
            types.forEach(predicted -> cell(
                    table,
                    predicted.equals(gold),
                    confusions.getOrDefault(new TypesReport.Confusion(gold, predicted), 0),
                    all));
            table.append("</tr>\n");
        }
        return table.append("</tbody></table></div>\n").toString();
    }

    private static void cell(StringBuilder table, boolean right, int count, int all) {
        int shade = count == 0 ? 0 : Math.max(1, Math.round(10f * count / all));
        String look = count == 0 ? "none" : (right ? "right" : "wrong") + " shade" + shade;
        table.append("<td class=\"").append(look).append("\">").append(count).append("</td>");
    }
}
