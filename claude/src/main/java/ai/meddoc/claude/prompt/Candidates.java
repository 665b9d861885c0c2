package ai.meddoc.claude.prompt;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.RejectedCode;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The codes that our own rules considered for a document, as lines without a word of the document: code, title, and what
 * became of it. Stateless.
 */
public final class Candidates {

    private static final int MOST = 40;
    private static final int ALTERNATIVES = 4;

    private static final Map<String, String> WORDS = Map.of(
            "NEGATED", "absent",
            "UNCERTAIN-OUTPATIENT", "possible",
            "HYPOTHETICAL", "hypothetical",
            "FAMILY-HISTORY", "family",
            "PERSONAL-HISTORY", "history",
            "OTHER-PERSON", "another person",
            "NOT-REPORTABLE", "present, perhaps not reportable");

    private Candidates() {}

    /** @param within the part of the document that is asked about */
    public static List<String> of(DocumentReading reading, Span within) {
        Icd10Cm release = reading.release();
        Map<String, String> lines = new LinkedHashMap<>();
        Predicate<List<ai.meddoc.coding.Evidence>> here =
                evidence -> evidence.stream().anyMatch(e -> within.overlaps(e.span()));
        for (CodeAssignment a : reading.local().coding().assignments()) {
            if (here.test(a.evidence())) {
                String fate = a.status() == CodeAssignment.Status.REPORTED ? "reports" : "suggested by a lab value";
                lines.put(a.code().code(), a.code().title() + " | " + fate);
            }
        }
        List.copyOf(lines.keySet()).forEach(code -> alternatives(release, code, lines));
        for (RejectedCode r : reading.local().coding().rejected()) {
            if (here.test(r.evidence())) {
                lines.putIfAbsent(
                        r.code(), r.title() + " | " + WORDS.getOrDefault(r.ruleId(), "dropped: " + r.ruleId()));
            }
        }
        return lines.entrySet().stream()
                .limit(MOST)
                .map(e -> e.getKey() + " | " + e.getValue())
                .toList();
    }

    /** The nearest billable siblings: what a more, or less, specific word would lead to. */
    private static void alternatives(Icd10Cm release, String code, Map<String, String> lines) {
        int node = release.indexOf(code);
        int parent = node < 0 ? -1 : release.parentAt(node);
        int added = 0;
        for (int i = parent < 0 ? -1 : release.firstChild(parent); i >= 0 && added < ALTERNATIVES; ) {
            if (release.billableAt(i) && !lines.containsKey(release.codeAt(i)) && !release.isSeventhCharacterAt(i)) {
                lines.put(release.codeAt(i), release.titleAt(i) + " | sibling");
                added++;
            }
            i = release.nextSibling(i);
        }
    }
}
