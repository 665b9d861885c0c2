package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Critical values, abnormal values, values within range, each with number and unit. Stateless; thread-safe. */
final class LabStatements {

    /** Room for "; and 99 more.". */
    private static final int RESERVE = 16;

    void critical(Draft draft) {
        add(draft, "Critical: ", LabResult::critical);
    }

    void abnormal(Draft draft) {
        add(draft, "Abnormal: ", r -> r.isAbnormal() && !r.critical());
    }

    void normal(Draft draft, String lead) {
        add(draft, lead, r -> !r.isAbnormal() && !r.critical());
    }

    private static void add(Draft draft, String lead, Predicate<LabResult> which) {
        List<LabResult> results =
                draft.input.labResults().stream().filter(which).toList();
        StringBuilder words = new StringBuilder(lead);
        List<Evidence> evidence = new ArrayList<>();
        for (LabResult result : results) {
            String said = words(result);
            if (!draft.isSaid(result.valueSpan())
                    && words.length() + said.length() + RESERVE < SummaryStatement.MAX_LENGTH) {
                words.append(evidence.isEmpty() ? "" : "; ").append(said);
                evidence.add(Evidence.of(draft.input.text(), result.span()));
            }
        }
        if (!evidence.isEmpty()) {
            draft.add(new SummaryStatement(words.append('.').toString(), evidence));
        }
    }

    private static String words(LabResult result) {
        String unit = result.unit().isEmpty() ? "" : " " + result.unit();
        LabFlag flag = result.flag();
        String said =
                flag == null || flag == LabFlag.NORMAL ? "" : " (" + flag.name().toLowerCase(Locale.ROOT) + ")";
        String comparator = result.valueText().startsWith(result.comparator()) ? "" : result.comparator();
        return result.name() + " " + comparator + result.valueText() + unit + said;
    }
}
