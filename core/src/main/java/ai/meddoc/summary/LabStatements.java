package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Critical values, abnormal values, and in reports the values that are normal, each with number and unit. */
final class LabStatements {

    private static final int MOST = 14;

    List<SummaryStatement> of(SummaryInput input, boolean withNormal) {
        List<SummaryStatement> statements = new ArrayList<>();
        List<LabResult> critical =
                input.labResults().stream().filter(LabResult::critical).toList();
        List<LabResult> abnormal = input.labResults().stream()
                .filter(r -> r.isAbnormal() && !r.critical())
                .toList();
        List<LabResult> normal = input.labResults().stream()
                .filter(r -> !r.isAbnormal() && !r.critical())
                .toList();
        add(input, "Critical: ", critical, statements);
        add(input, "Abnormal: ", abnormal, statements);
        add(input, withNormal ? "Within range: " : "Results: ", normal, statements);
        return statements;
    }

    private static void add(
            SummaryInput input, String lead, List<LabResult> results, List<SummaryStatement> statements) {
        if (results.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (LabResult result : results.subList(0, Math.min(MOST, results.size()))) {
            words.add(words(result));
            evidence.add(Evidence.of(input.text(), result.span()));
        }
        int more = results.size() - words.size();
        String rest = more > 0 ? "; and " + more + " more" : "";
        statements.add(new SummaryStatement(lead + String.join("; ", words) + rest + ".", evidence));
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
