package ai.meddoc.cli.evals;

import ai.meddoc.evaluation.Calibration;
import ai.meddoc.evaluation.TypesReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One HTML page with everything in it: no script, no address outside, no text of a document. */
public final class HtmlReport {

    private static final int BINS = 10;

    private final Suite suite;
    private final SuiteResult result;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Suite suite, SuiteResult result) {
        this.suite = suite;
        this.result = result;
    }

    public static String of(Suite suite, SuiteResult result) {
        HtmlReport report = new HtmlReport(suite, result);
        report.write();
        return report.page.toString();
    }

    private void write() {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>Evaluation: ")
                .append(suite)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style></head>\n<body><main><h1>Evaluation: ")
                .append(suite)
                .append("</h1>\n");
        figures();
        confusions();
        plots();
        rows();
        page.append("</main></body></html>\n");
    }

    private void figures() {
        page.append("<h2>Figures</h2>\n<pre>");
        FiguresTable.of(result.figures())
                .forEach(line -> page.append(Html.escaped(line)).append('\n'));
        page.append("</pre>\n");
    }

    private void confusions() {
        Map<TypesReport.Confusion, Integer> confusions = result.report().confusions();
        if (confusions.isEmpty()) {
            return;
        }
        TreeSet<String> types = new TreeSet<>();
        confusions.keySet().forEach(c -> {
            types.add(c.gold());
            types.add(c.predicted());
        });
        page.append("<h2>Types: gold down, predicted across</h2>\n<table><tr><th></th>");
        types.forEach(type -> page.append("<th>").append(Html.escaped(type)).append("</th>"));
        page.append("</tr>\n");
        for (String gold : types) {
            page.append("<tr><th>").append(Html.escaped(gold)).append("</th>");
            types.forEach(predicted -> confusion(new TypesReport.Confusion(gold, predicted)));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void confusion(TypesReport.Confusion pair) {
        int count = result.report().confusions().getOrDefault(pair, 0);
        String look = count == 0 ? "none" : pair.isRight() ? "right" : "wrong";
        page.append("<td class=\"").append(look).append("\">").append(count).append("</td>");
    }

    private void plots() {
        List<Calibration.Outcome> outcomes = result.report().outcomes();
        if (outcomes.isEmpty()) {
            return;
        }
        page.append("<h2>Precision and recall by confidence; calibration</h2>\n<div class=\"plots\">")
                .append(SvgPlot.precisionRecall(
                        Calibration.curve(outcomes, result.report().gold())))
                .append(SvgPlot.calibration(Calibration.bins(outcomes, BINS)))
                .append("</div>\n");
    }

    private void rows() {
        page.append("<h2>Documents</h2>\n<table><tr><th>id</th><th>gold</th><th>found</th><th>missed</th>")
                .append("<th>wrong</th></tr>\n");
        for (ReportData.Row row : result.report().rows()) {
            page.append("<tr><th>").append(Html.escaped(row.id())).append("</th>");
            cell("", row.gold());
            cell("right", row.found());
            cell("missed", row.missed());
            cell("wrong", row.wrong());
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void cell(String look, List<String> lines) {
        page.append("<td class=\"").append(lines.isEmpty() ? "" : look).append("\">");
        page.append(String.join("<br>", lines.stream().map(Html::escaped).toList()))
                .append("</td>");
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
