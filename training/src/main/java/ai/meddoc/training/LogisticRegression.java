package ai.meddoc.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** L2-regularised logistic regression over named features, by liblinear; the same rows give the same weights. */
final class LogisticRegression {

    private static final double TOLERANCE = 1e-6;

    private LogisticRegression() {}

    /** One example. */
    record Row(String group, Map<String, Double> features, boolean right) {}

    /** The weight of each feature seen in at least {@code seldom} rows, and {@code bias}. */
    static Map<String, Double> fit(List<Row> rows, double c, int seldom) {
        Map<String, Integer> columns = columns(rows, seldom);
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = columns.size() + 1;
        problem.bias = 1;
        problem.x = rows.stream().map(row -> features(row, columns)).toArray(Feature[][]::new);
        problem.y = rows.stream().mapToDouble(row -> row.right() ? 1 : -1).toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, c, TOLERANCE));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = model.getFeatureWeights();
        Map<String, Double> named = new TreeMap<>();
        columns.forEach((name, column) -> named.put(name, sign * weights[column - 1]));
        named.put("bias", sign * weights[columns.size()]);
        return named;
    }

    private static Map<String, Integer> columns(List<Row> rows, int seldom) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> row.features().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        Map<String, Integer> columns = new HashMap<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (count.getValue() >= seldom) {
                columns.put(count.getKey(), columns.size() + 1);
            }
        }
        return columns;
    }

    private static Feature[] features(Row row, Map<String, Integer> columns) {
        List<Feature> nodes = new ArrayList<>();
        row.features().forEach((name, value) -> {
            Integer column = columns.get(name);
            if (column != null) {
                nodes.add(new FeatureNode(column, value));
            }
        });
        nodes.add(new FeatureNode(columns.size() + 1, 1));
        nodes.sort(Comparator.comparingInt(Feature::getIndex));
        return nodes.toArray(Feature[]::new);
    }

    static double probability(Map<String, Double> weights, Map<String, Double> features) {
        double sum = weights.getOrDefault("bias", 0.0);
        for (Map.Entry<String, Double> f : features.entrySet()) {
            sum += weights.getOrDefault(f.getKey(), 0.0) * f.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
