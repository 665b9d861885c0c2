package ai.meddoc.training;

import ai.meddoc.training.LogisticRegression.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well weights do on documents they were not learned from: ten folds by document. */
final class CrossValidation {

    static final int FOLDS = 10;

    private CrossValidation() {}

    /** Micro-F1 at a threshold, with codes that were never candidates counted as missed. */
    static String report(List<Row> rows, int goldCodes, double c, int seldom) {
        double[] scores = new double[rows.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Row> train = new ArrayList<>();
            for (Row row : rows) {
                if (foldOf(row.group()) != fold) {
                    train.add(row);
                }
            }
            Map<String, Double> weights = LogisticRegression.fit(train, c, seldom);
            for (int i = 0; i < scores.length; i++) {
                if (foldOf(rows.get(i).group()) == fold) {
                    scores[i] =
                            LogisticRegression.probability(weights, rows.get(i).features());
                }
            }
        }
        return best(rows, scores, goldCodes);
    }

    static int foldOf(String group) {
        return Math.floorMod(group.hashCode(), FOLDS);
    }

    private static String best(List<Row> rows, double[] scores, int goldCodes) {
        String best = "";
        double bestF1 = -1;
        for (double t = 0.1; t < 0.8; t += 0.02) {
            int right = 0;
            int given = 0;
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] >= t) {
                    given++;
                    right += rows.get(i).right() ? 1 : 0;
                }
            }
            double f1 = 2.0 * right / (given + goldCodes);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = String.format(
                        Locale.ROOT,
                        "F1 %.4f at threshold %.2f (precision %.4f, recall %.4f)",
                        f1,
                        t,
                        (double) right / Math.max(1, given),
                        (double) right / goldCodes);
            }
        }
        return best;
    }
}
