package ai.meddoc.cli.evals;

import ai.meddoc.evaluation.Calibration;
import ai.meddoc.evaluation.TypesReport;
import java.util.List;
import java.util.Map;

/**
 * What the HTML report shows beside the figures; empty parts are left out.
 *
 * @param rows one per document
 * @param confusions gold types and what they were taken for
 * @param outcomes confidence and rightness of each predicted code or type
 * @param gold how many answers the gold holds
 */
public record ReportData(
        List<Row> rows, Map<TypesReport.Confusion, Integer> confusions, List<Calibration.Outcome> outcomes, int gold) {

    /**
     * An answer and what is to be said of it.
     *
     * @param why empty when there is nothing to say
     */
    public record Mark(String what, String why) {}

    /** One document: the gold, what was right, and what was missed or wrong, with the reason. */
    public record Row(String id, List<String> gold, List<String> found, List<Mark> missed, List<Mark> wrong) {
        public Row {
            gold = List.copyOf(gold);
            found = List.copyOf(found);
            missed = List.copyOf(missed);
            wrong = List.copyOf(wrong);
        }

        /** How many answers are missed or wrong. */
        public int errors() {
            return missed.size() + wrong.size();
        }
    }

    public ReportData {
        rows = List.copyOf(rows);
        confusions = Map.copyOf(confusions);
        outcomes = List.copyOf(outcomes);
    }

    static ReportData of(List<Row> rows) {
        return new ReportData(rows, Map.of(), List.of(), 0);
    }
}
