package ai.meddoc.cli.evals;

import ai.meddoc.evaluation.Calibration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small plots over the unit square. */
final class SvgPlot {

    private static final int SIDE = 300;
    private static final int LEFT = 44;
    private static final int TOP = 12;

    private SvgPlot() {}

    static String precisionRecall(List<Calibration.Point> curve) {
        String path = curve.stream().map(p -> at(p.recall(), p.precision())).collect(Collectors.joining(" "));
        return plot("recall", "precision", "<polyline class=\"curve\" points=\"" + path + "\"/>");
    }

    static String calibration(List<Calibration.Bin> bins) {
        StringBuilder marks = new StringBuilder("<line class=\"ideal\" " + line(0, 0, 1, 1) + "/>");
        for (Calibration.Bin bin : bins) {
            marks.append(
                    "<circle class=\"dot\" r=\"5\" cx=\"%s\" cy=\"%s\"><title>%d answers: stated %.2f, right %.2f</title></circle>"
                            .formatted(
                                    number(x(bin.confidence())),
                                    number(y(bin.right())),
                                    bin.size(),
                                    bin.confidence(),
                                    bin.right()));
        }
        return plot("stated confidence", "share right", marks.toString());
    }

    private static String plot(String across, String up, String marks) {
        StringBuilder svg = new StringBuilder(
                "<svg role=\"img\" aria-label=\"%s over %s\" viewBox=\"0 0 370 360\" width=\"370\" height=\"360\">"
                        .formatted(up, across));
        for (int i = 0; i <= 5; i++) {
            double at = i / 5.0;
            svg.append("<line class=\"grid\" ").append(line(at, 0, at, 1)).append("/>");
            svg.append("<line class=\"grid\" ").append(line(0, at, 1, at)).append("/>");
            svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                    .formatted(number(x(at)), TOP + SIDE + 16, at));
            svg.append(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>".formatted(LEFT - 6, number(y(at) + 4), at));
        }
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                .formatted(LEFT + SIDE / 2, TOP + SIDE + 34, across));
        svg.append("<text transform=\"translate(12 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>"
                .formatted(TOP + SIDE / 2, up));
        return svg.append(marks).append("</svg>").toString();
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\""
                .formatted(number(x(x1)), number(y(y1)), number(x(x2)), number(y(y2)));
    }

    private static String at(double across, double up) {
        return number(x(across)) + "," + number(y(up));
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + (1 - share) * SIDE;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
