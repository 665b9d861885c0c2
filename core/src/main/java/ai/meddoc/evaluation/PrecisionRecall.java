package ai.meddoc.evaluation;

import java.util.Set;

/**
 * Counts of right, wrong and missed answers, and what follows from them. The figures are rounded to four digits; F1 is
 * computed from the unrounded ones.
 *
 * @param right in both, true positives
 * @param wrong predicted but not in the gold, false positives
 * @param missed in the gold but not predicted, false negatives
 */
public record PrecisionRecall(int right, int wrong, int missed) {

    public static final PrecisionRecall NONE = new PrecisionRecall(0, 0, 0);

    /** Compares two sets. */
    public static <T> PrecisionRecall of(Set<T> gold, Set<T> predicted) {
        int right = 0;
        for (T one : predicted) {
            if (gold.contains(one)) {
                right++;
            }
        }
        return new PrecisionRecall(right, predicted.size() - right, gold.size() - right);
    }

    /** Compares two answers of yes or no. */
    public static PrecisionRecall of(boolean gold, boolean predicted) {
        return new PrecisionRecall(gold && predicted ? 1 : 0, !gold && predicted ? 1 : 0, gold && !predicted ? 1 : 0);
    }

    public PrecisionRecall plus(PrecisionRecall other) {
        return new PrecisionRecall(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** 0 when nothing was predicted. */
    public double precision() {
        return Rounded.toFour(share(right, right + wrong));
    }

    /** 0 when the gold is empty. */
    public double recall() {
        return Rounded.toFour(share(right, right + missed));
    }

    public double f1() {
        double p = share(right, right + wrong);
        double r = share(right, right + missed);
        return p + r == 0 ? 0 : Rounded.toFour(2 * p * r / (p + r));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
