package ai.meddoc.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.training.LogisticRegression.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogisticRegressionTest {

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(new Row("d" + i, Map.of("good", 1.0), i % 10 != 0));
            rows.add(new Row("d" + i, Map.of("bad", 1.0), i % 10 == 0));
        }
        return rows;
    }

    @Test
    void learns_which_feature_speaks_for_what() {
        Map<String, Double> weights = LogisticRegression.fit(rows(), 1, 2);
        assertThat(LogisticRegression.probability(weights, Map.of("good", 1.0))).isBetween(0.8, 0.95);
        assertThat(LogisticRegression.probability(weights, Map.of("bad", 1.0))).isBetween(0.05, 0.2);
    }

    @Test
    void gives_the_same_weights_for_the_same_rows() {
        assertThat(LogisticRegression.fit(rows(), 1, 2)).isEqualTo(LogisticRegression.fit(rows(), 1, 2));
    }

    @Test
    void leaves_out_what_was_seen_too_seldom() {
        List<Row> rows = rows();
        rows.add(new Row("once", Map.of("rare", 1.0), true));
        assertThat(LogisticRegression.fit(rows, 1, 2)).doesNotContainKey("rare");
    }

    @Test
    void reports_quality_on_documents_it_has_not_seen() {
        assertThat(CrossValidation.report(rows(), 200, 1, 2)).startsWith("F1 0.9");
    }
}
