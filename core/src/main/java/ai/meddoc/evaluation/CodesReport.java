package ai.meddoc.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The figures of the codes suite.
 *
 * @param micro over all documents' exact codes
 * @param category over all documents' three-character categories
 * @param documentF1 the mean of the documents' F1; a document without codes on both sides counts 1
 * @param codeMacroF1 the mean F1 of the gold's codes
 * @param predictedPerDocument codes predicted, duplicates included
 * @param outcomes every predicted code's confidence and whether it was right
 */
public record CodesReport(
        int documents,
        PrecisionRecall micro,
        PrecisionRecall category,
        double documentF1,
        double codeMacroF1,
        double predictedPerDocument,
        Grounding grounding,
        List<Calibration.Outcome> outcomes,
        Intervals intervals) {

    /** How much the figures would sway with other documents of the kind, by 95% bootstrap intervals. */
    public record Intervals(Bootstrap.Interval microF1, Bootstrap.Interval precision, Bootstrap.Interval categoryF1) {}

    public CodesReport {
        outcomes = List.copyOf(outcomes);
    }

    public static CodesReport of(List<CodesItem> items) {
        List<PrecisionRecall> exact = items.stream().map(CodesItem::exact).toList();
        List<PrecisionRecall> categories =
                items.stream().map(CodesItem::categories).toList();
        PrecisionRecall micro = sum(exact);
        int predicted = items.stream().mapToInt(i -> i.predicted().size()).sum();
        return new CodesReport(
                items.size(),
                micro,
                sum(categories),
                mean(exact.stream().map(CodesReport::documentF1).toList()),
                codeMacro(items),
                Rounded.to((double) predicted / Math.max(1, items.size()), 2),
                Grounding.of(items),
                outcomes(items),
                new Intervals(Bootstrap.microF1(exact), Bootstrap.precision(exact), Bootstrap.microF1(categories)));
    }

    public OptionalDouble calibrationError() {
        return Calibration.error(outcomes);
    }

    private static PrecisionRecall sum(List<PrecisionRecall> parts) {
        return parts.stream().reduce(PrecisionRecall.NONE, PrecisionRecall::plus);
    }

    private static double documentF1(PrecisionRecall one) {
        return one.equals(PrecisionRecall.NONE) ? 1 : one.f1();
    }

    private static double codeMacro(List<CodesItem> items) {
        Map<String, PrecisionRecall> perCode = new LinkedHashMap<>();
        for (CodesItem item : items) {
            Set<String> gold = item.goldCodes();
            Set<String> predicted = item.predictedCodes();
            gold.forEach(c -> perCode.merge(c, PrecisionRecall.of(true, predicted.contains(c)), PrecisionRecall::plus));
            predicted.stream()
                    .filter(c -> !gold.contains(c))
                    .forEach(c -> perCode.merge(c, PrecisionRecall.of(false, true), PrecisionRecall::plus));
        }
        List<Double> seen = perCode.values().stream()
                .filter(counts -> counts.right() + counts.missed() > 0)
                .map(PrecisionRecall::f1)
                .toList();
        return mean(seen);
    }

    private static List<Calibration.Outcome> outcomes(List<CodesItem> items) {
        List<Calibration.Outcome> outcomes = new ArrayList<>();
        for (CodesItem item : items) {
            Set<String> gold = item.goldCodes();
            for (CodesItem.PredictedCode p : item.predicted()) {
                outcomes.add(new Calibration.Outcome(p.confidence(), gold.contains(CodeForm.of(p.code()))));
            }
        }
        return outcomes;
    }

    private static double mean(List<Double> figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return Rounded.toFour(sum / Math.max(1, figures.size()));
    }
}
