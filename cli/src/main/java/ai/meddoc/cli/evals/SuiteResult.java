package ai.meddoc.cli.evals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * What running a suite gave.
 *
 * @param figures the last line printed: all figures as one object
 * @param predictions one a line in the scorer's format
 * @param report what the HTML report shows
 */
public record SuiteResult(ObjectNode figures, List<ObjectNode> predictions, ReportData report) {

    public SuiteResult {
        Objects.requireNonNull(figures);
        predictions = List.copyOf(predictions);
        Objects.requireNonNull(report);
    }
}
