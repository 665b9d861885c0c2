package ai.meddoc.summary;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Summaries of laboratory and imaging reports. Immutable; thread-safe. */
final class ReportSummary {

    private static final int FINDINGS = 3;
    private static final int REASONS = 3;
    private static final int NEGATIVES = 2;

    private final LabStatements labs;

    ReportSummary(LabStatements labs) {
        this.labs = labs;
    }

    /** Critical, abnormal, what somebody made of it, why it was ordered, the values within range. */
    void laboratory(Draft draft) {
        labs.critical(draft);
        labs.abnormal(draft);
        List<Passage> comments = new ArrayList<>(draft.passages(Role.ASSESSMENT, Role.COMMENT, Role.PLAN));
        NavigableMap<Integer, Span> rows = rows(draft);
        int table = rows.isEmpty()
                ? Integer.MAX_VALUE
                : rows.firstEntry().getValue().end();
        draft.passages(Role.PROSE, Role.COURSE, Role.FINDING, Role.HISTORY).stream()
                .filter(p -> isRemark(draft, p, p.span().start() >= table))
                .forEach(comments::add);
        comments.removeIf(p -> isRow(rows, p.span()));
        comments.sort(Comparator.comparing(Passage::span));
        draft.quote("Comment: ", comments);
        List<Passage> reasons = new ArrayList<>(draft.passages(Role.REASON));
        reasons.removeIf(p -> isRow(rows, p.span()));
        draft.quote("Ordered for: ", reasons);
        NoteSummary.coded(draft, "Diagnosis given: ");
        labs.normal(draft, "Within range: ");
    }

    /** Beneath the first value, anything about the values or the specimen; above it, problems only. */
    private static boolean isRemark(Draft draft, Passage passage, boolean below) {
        int problems = draft.grounds.affirmed(passage.span()) + draft.grounds.others(passage.span());
        return passage.said().size() >= 2
                && !draft.input.quote(passage.span()).endsWith("?")
                && (problems > 0 || below && passage.said().has(Cue.REMARK));
    }

    private static NavigableMap<Integer, Span> rows(Draft draft) {
        NavigableMap<Integer, Span> rows = new TreeMap<>();
        draft.input.labResults().forEach(r -> rows.put(r.span().start(), r.span()));
        return rows;
    }

    /** Whether a value's row is most of a passage. */
    private static boolean isRow(NavigableMap<Integer, Span> rows, Span span) {
        Map.Entry<Integer, Span> row = rows.lowerEntry(span.end());
        return row != null
                && row.getValue().overlaps(span)
                && 2 * row.getValue().length() > span.length();
    }

    /** Impression, what the findings add to it, why it was done, what was excluded. */
    void imaging(Draft draft) {
        draft.quote("Impression: ", draft.passages(Role.ASSESSMENT, Role.PLAN, Role.COMMENT));
        List<Passage> body = draft.passages(Role.FINDING, Role.PROSE, Role.RESULT, Role.COURSE);
        draft.quote("Findings: ", most(body, FINDINGS, p -> isNormal(p) ? 0 : finding(draft, p)));
        draft.quote(
                "Reason: ",
                draft.passages(Role.REASON, Role.HISTORY).stream()
                        .limit(REASONS)
                        .toList());
        draft.quote("Excluded: ", most(draft.passages(Role.FINDING, Role.PROSE), NEGATIVES, p -> negative(draft, p)));
    }

    /** What weighs above nothing, the most of it, in text order. */
    private static List<Passage> most(List<Passage> passages, int most, ToDoubleFunction<Passage> weight) {
        return passages.stream()
                .filter(p -> weight.applyAsDouble(p) > 0)
                .sorted(Comparator.comparingDouble(weight).reversed())
                .limit(most)
                .sorted(Comparator.comparing(Passage::span))
                .toList();
    }

    private static double finding(Draft draft, Passage passage) {
        double problem = Math.min(2, draft.grounds.affirmed(passage.span()));
        double number = draft.hasDigit(passage.span()) ? 1 : 0;
        return passage.said().size() < 3 ? 0 : 0.5 + number + problem;
    }

    /** What the report denies outright counts, and more when it names a problem. */
    private static double negative(Draft draft, Passage passage) {
        boolean denies = passage.said().denies() && passage.said().size() >= 2;
        return denies ? 1 + Math.min(2, draft.grounds.others(passage.span())) : 0;
    }

    private static boolean isNormal(Passage passage) {
        Said said = passage.said();
        return said.has(Cue.NORMAL)
                || said.size() > 0
                        && said.denies()
                        && List.of("no", "without").contains(said.words().getFirst());
    }
}
