package ai.meddoc.coding;

import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an abnormal laboratory value would be called if the provider confirmed it (Official Guidelines III.B). Kept apart
 * from reported codes. Immutable; thread-safe.
 */
final class LabSuggestions {

    private static final double CONFIDENCE = 0.5;
    private static final int COLUMNS = 5;

    private final Icd10Cm release;
    private final Map<String, Suggestion> byResult = new HashMap<>();

    /** @param explaining diagnoses beside which the value is nothing new */
    private record Suggestion(String code, String finding, CodePrefixes explaining) {
        String category() {
            return code.substring(0, 3);
        }

        boolean isExplainedBy(List<CodeAssignment> reported) {
            return reported.stream().anyMatch(r -> explaining.has(r.code().code()));
        }
    }

    LabSuggestions(Icd10Cm release) {
        this.release = release;
        for (List<String> row : RuleFile.rows(LabSuggestions.class, "lab-suggestions.tsv", COLUMNS)) {
            byResult.put(
                    row.get(0) + row.get(1), new Suggestion(row.get(2), row.get(3), CodePrefixes.parse(row.get(4))));
        }
    }

    /** Suggestions for the abnormal values, without what {@code reported} says already. */
    List<CodeAssignment> of(List<LabResult> results, List<CodeAssignment> reported, DocumentText text) {
        Set<String> known = new HashSet<>();
        reported.forEach(r -> known.add(r.code().category()));
        List<CodeAssignment> suggested = new ArrayList<>();
        for (LabResult result : results) {
            LabFlag flag = result.flag();
            Suggestion suggestion =
                    result.loinc() == null || flag == null ? null : byResult.get(result.loinc() + flag.name());
            if (suggestion != null
                    && release.isBillable(suggestion.code())
                    && !known.contains(suggestion.category())
                    && !suggestion.isExplainedBy(reported)) {
                known.add(suggestion.category());
                suggested.add(assignment(result, suggestion, text));
            }
        }
        return suggested;
    }

    private CodeAssignment assignment(LabResult result, Suggestion suggestion, DocumentText text) {
        String flag = result.flag() == null ? "" : result.flag().name().toLowerCase(Locale.ROOT);
        return new CodeAssignment(
                release.find(suggestion.code()).orElseThrow(),
                CodeAssignment.Status.SUGGESTED,
                CONFIDENCE,
                "Only suggested: the " + flag + " value would mean " + suggestion.finding()
                        + "; a provider must confirm it before it is coded. [LAB-ONLY, III.B]",
                List.of("LAB-ONLY"),
                List.of(Evidence.of(text, result.span())),
                false);
    }
}
