package ai.meddoc.server.reliability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers took, in milliseconds. Thread-safe. */
final class Latencies {

    private final List<Double> all = Collections.synchronizedList(new ArrayList<>());

    void addSince(long nanos) {
        all.add((System.nanoTime() - nanos) / 1e6);
    }

    int count() {
        return all.size();
    }

    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
