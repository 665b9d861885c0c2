package ai.meddoc.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** How much a figure would sway with other documents of the same kind: documents are drawn again with replacement. */
public final class Bootstrap {

    /** The middle 95% of the draws. */
    public record Interval(double low, double high) {}

    private static final int DRAWS = 2000;
    /** Fixed, so that a report can be made again. */
    private static final long SEED = 20_260_401;

    private Bootstrap() {}

    /** The interval of the micro-averaged F1 over documents. */
    public static Interval microF1(List<PrecisionRecall> documents) {
        return of(documents, PrecisionRecall::f1);
    }

    /** The interval of the micro-averaged precision over documents. */
    public static Interval precision(List<PrecisionRecall> documents) {
        return of(documents, PrecisionRecall::precision);
    }

    private static Interval of(List<PrecisionRecall> documents, ToDoubleFunction<PrecisionRecall> figure) {
        if (documents.isEmpty()) {
            return new Interval(0, 0);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = figure.applyAsDouble(draw(documents, random));
        }
        Arrays.sort(draws);
        return new Interval(draws[(int) (DRAWS * 0.025)], draws[(int) (DRAWS * 0.975) - 1]);
    }

    private static PrecisionRecall draw(List<PrecisionRecall> documents, SplittableRandom random) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < documents.size(); i++) {
            PrecisionRecall one = documents.get(random.nextInt(documents.size()));
            right += one.right();
            wrong += one.wrong();
            missed += one.missed();
        }
        return new PrecisionRecall(right, wrong, missed);
    }
}
