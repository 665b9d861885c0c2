package ai.meddoc.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How far stated confidence is from the share that is right. */
public final class Calibration {

    /** One answer: how sure the engine was, and whether it was right. */
    public record Outcome(double confidence, boolean right) {}

    /** Answers of like confidence: the mean confidence and the share that was right. */
    public record Bin(int size, double confidence, double right) {}

    /** At a threshold: precision of what lies above it, and its share of all gold. */
    public record Point(double threshold, double precision, double recall) {}

    private static final Comparator<Outcome> BY_CONFIDENCE =
            Comparator.comparingDouble(Outcome::confidence).thenComparing(Outcome::right);

    private Calibration() {}

    /** Bins of equal size, least sure first; fewer than asked for when there are fewer answers. */
    public static List<Bin> bins(List<Outcome> outcomes, int count) {
        List<Outcome> sorted = outcomes.stream().sorted(BY_CONFIDENCE).toList();
        List<Bin> bins = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int from = (int) ((long) k * sorted.size() / count);
            int to = (int) ((long) (k + 1) * sorted.size() / count);
            if (to > from) {
                bins.add(bin(sorted.subList(from, to)));
            }
        }
        return bins;
    }

    private static Bin bin(List<Outcome> part) {
        double confidence = 0;
        int right = 0;
        for (Outcome outcome : part) {
            confidence += outcome.confidence();
            right += outcome.right() ? 1 : 0;
        }
        return new Bin(part.size(), confidence / part.size(), (double) right / part.size());
    }

    /** The expected calibration error over ten bins of equal size; empty without answers. */
    public static OptionalDouble error(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return OptionalDouble.empty();
        }
        double error = 0;
        for (Bin bin : bins(outcomes, 10)) {
            error += (double) bin.size() / outcomes.size() * Math.abs(bin.confidence() - bin.right());
        }
        return OptionalDouble.of(Rounded.toFour(error));
    }

    /** Precision and recall at every threshold that occurs, the surest first. */
    public static List<Point> curve(List<Outcome> outcomes, int gold) {
        List<Outcome> sorted =
                outcomes.stream().sorted(BY_CONFIDENCE.reversed()).toList();
        List<Point> points = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            double threshold = sorted.get(i).confidence();
            if (i + 1 == sorted.size() || sorted.get(i + 1).confidence() != threshold) {
                points.add(new Point(threshold, (double) right / (i + 1), gold == 0 ? 0 : (double) right / gold));
            }
        }
        return points;
    }
}
