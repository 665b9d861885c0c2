package ai.meddoc.training;

/** The binomial distribution. */
final class Binomial {

    private Binomial() {}

    /** The decimal logarithm of the probability of at least {@code least} successes in {@code n} trials. */
    static double logTail(int least, int n, double probability) {
        double sum = 0;
        for (int k = least; k <= n; k++) {
            sum += Math.exp(logChoose(n, k) + k * Math.log(probability) + (n - k) * Math.log1p(-probability));
        }
        return Math.log10(Math.max(sum, Double.MIN_NORMAL));
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log((double) (n - k + i) / i);
        }
        return sum;
    }
}
