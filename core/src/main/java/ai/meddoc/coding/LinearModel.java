package ai.meddoc.coding;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic regression: named features, a weight each, read from a file that tells where they were learned. Immutable;
 * thread-safe.
 */
final class LinearModel {

    private final Map<String, Double> weights;
    private final double bias;

    private LinearModel(Map<String, Double> weights) {
        this.weights = weights;
        this.bias = weights.getOrDefault("bias", 0.0);
    }

    static LinearModel load(String file) {
        Map<String, Double> weights = new HashMap<>();
        for (List<String> row : RuleFile.rows(LinearModel.class, file, 2)) {
            weights.put(row.get(0), Double.valueOf(row.get(1)));
        }
        return new LinearModel(weights);
    }

    /** The probability that the model gives to features of value 1 (named) or other values. */
    double probability(Map<String, Double> features) {
        double sum = bias;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
