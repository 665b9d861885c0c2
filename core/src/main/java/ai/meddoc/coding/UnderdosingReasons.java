package ai.meddoc.coding;

import ai.meddoc.text.RuleFile;
import java.util.List;
import java.util.regex.Pattern;

/** Why less of a drug was taken than prescribed (Z91.1-, Official Guidelines I.C.19.e.5.c). Immutable; thread-safe. */
final class UnderdosingReasons {

    private final List<Reason> reasons = RuleFile.rows(UnderdosingReasons.class, "underdosing-reasons.tsv", 3).stream()
            .map(row -> new Reason(Pattern.compile(row.get(0)), Pattern.compile(row.get(1)), row.get(2)))
            .toList();

    private record Reason(Pattern said, Pattern also, String code) {
        boolean isIn(String sentence) {
            return said.matcher(sentence).find() && also.matcher(sentence).find();
        }
    }

    /** The code of the first reason that a sentence, in lower case, gives. */
    String of(String sentence) {
        return reasons.stream()
                .filter(reason -> reason.isIn(sentence))
                .findFirst()
                .orElse(reasons.get(reasons.size() - 1))
                .code();
    }
}
