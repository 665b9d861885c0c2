package ai.meddoc.coding;

import java.util.Map;
import java.util.Objects;

/**
 * A code under consideration and the features that the models score.
 *
 * @param features by name; 1 for what holds, other numbers for counts
 */
public record CandidateFeatures(String code, Map<String, Double> features) {

    public CandidateFeatures {
        Objects.requireNonNull(code);
        features = Map.copyOf(features);
    }
}
