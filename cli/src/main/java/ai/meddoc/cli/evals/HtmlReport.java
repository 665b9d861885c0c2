package ai.meddoc.cli.evals;

import ai.meddoc.evaluation.Calibration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

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
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Evaluation: ")
                .append(suite)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style></head>\n<body><main><h1>Evaluation: ")
                .append(suite)
                .append("</h1>\n")
                .append(FigureCards.of(suite, result.figures()));
        reasons();
        confusions();
        plots();
        page.append("<h2>Documents</h2>\n")
                .append(DocumentList.of(result.report().rows()));
        figures();
        page.append("</main></body></html>\n");
    }

    private void reasons() {
        String missed = ReasonChart.of("Missed", "missed", marks(ReportData.Row::missed));
        String wrong = ReasonChart.of("Wrong", "wrong", marks(ReportData.Row::wrong));
        if (!missed.isEmpty() || !wrong.isEmpty()) {
            page.append("<h2>Why</h2>\n<div class=\"plots\">")
                    .append(missed)
                    .append(wrong)
                    .append("</div>\n");
        }
    }

    private List<ReportData.Mark> marks(Function<ReportData.Row, List<ReportData.Mark>> part) {
        return result.report().rows().stream().map(part).flatMap(List::stream).toList();
    }

    private void confusions() {
        if (!result.report().confusions().isEmpty()) {
            page.append("<h2>Types</h2>\n")
                    .append(ConfusionMatrix.of(result.report().confusions()));
        }
    }

    private void plots() {
        List<Calibration.Outcome> outcomes = result.report().outcomes();
        if (outcomes.isEmpty()) {
            return;
        }
        page.append(
                        "<h2>Confidence</h2>\n<div class=\"plots\"><figure><figcaption>Precision and recall by threshold</figcaption>")
                .append(SvgPlot.precisionRecall(
                        Calibration.curve(outcomes, result.report().gold())))
                .append("</figure><figure><figcaption>Calibration</figcaption>")
                .append(SvgPlot.calibration(Calibration.bins(outcomes, BINS)))
                .append("</figure></div>\n");
    }

    private void figures() {
        page.append("<h2>All figures</h2>\n<details><summary>Show</summary><pre>");
        FiguresTable.of(result.figures())
                .forEach(line -> page.append(Html.escaped(line)).append('\n'));
        page.append("</pre></details>\n");
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
