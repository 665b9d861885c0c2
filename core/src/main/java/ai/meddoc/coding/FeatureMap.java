package ai.meddoc.coding;

import java.util.LinkedHashMap;
import java.util.Map;

/** The features of one draft while they are gathered. Not thread-safe. */
final class FeatureMap {

    private static final Double ONE = 1.0;

    private final Map<String, Double> values = new LinkedHashMap<>();

    void set(String name) {
        values.put(name, ONE);
    }

    void setIf(boolean holds, String name) {
        if (holds) {
            set(name);
        }
    }

    void put(String name, double value) {
        values.put(name, value);
    }

    Map<String, Double> values() {
        return values;
    }
}
