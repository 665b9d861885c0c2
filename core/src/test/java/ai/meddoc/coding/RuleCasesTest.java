package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every coding rule at work: problems of an assessment, the codes that its guideline asks for, and the rule named. The codes
 * are the local engine's; the rule is named there, or, where mentions are joined before any rule is asked, where all the
 * row's codes are proposed.
 */
final class RuleCasesTest {

    private static final LocalEngine ENGINE = LocalEngine.load();
    private static final RuleBook RULES = RuleBook.load();

    /** What these do is an order or a code kept, with no trace of their own. */
    private static final Set<CodingRule.Kind> SILENT = EnumSet.of(CodingRule.Kind.INCLUDE, CodingRule.Kind.SEQUENCE);

    /** Rules of what others propose; the document alone never meets them. */
    private static final String PROPOSED = "PROPOSED-";

    static Stream<List<String>> cases() {
        return RuleFile.rows(RuleCasesTest.class, "rule-cases.tsv", 5).stream();
    }

    private static DocumentReading read(List<String> row) {
        StringBuilder note = new StringBuilder("ASSESSMENT:");
        String[] problems = row.get(2).split(" \\| ");
        for (int i = 0; i < problems.length; i++) {
            note.append('\n').append(i + 1).append(". ").append(problems[i]).append('.');
        }
        return ENGINE.examine(AnalysisRequest.of(DocumentText.of(note.toString()))
                .withTypeHint(DocumentType.CLINICAL_NOTE)
                .withEncounter(row.get(1).equals("in") ? Encounter.inpatient() : Encounter.outpatient()));
    }

    private static String[] words(String column) {
        return Arrays.stream(column.split(" ")).filter(w -> !w.isEmpty()).toArray(String[]::new);
    }

    private static Set<String> rulesAtWork(CodingResult coding) {
        return Stream.concat(
                        coding.assignments().stream().flatMap(a -> a.ruleIds().stream()),
                        coding.rejected().stream().map(RejectedCode::ruleId))
                .collect(Collectors.toSet());
    }

    /** What the rules make of the row's codes where somebody proposes them all. */
    private static CodingResult judged(DocumentReading reading, List<String> row) {
        Span all = new Span(0, reading.text().text().length());
        return reading.judge(Stream.of(row.get(3), row.get(4))
                .flatMap(column -> Arrays.stream(words(column)))
                .map(code -> new ProposedCode(code, 0.9, "", List.of(all)))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void does_what_its_guideline_asks_for(List<String> row) {
        CodingRule rule = RULES.rule(row.get(0));
        DocumentReading reading = read(row);
        CodingResult coding = reading.local().coding();

        List<String> codes = coding.assignments().stream()
                .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                .map(a -> a.code().code())
                .toList();
        assertThat(codes).as(rule.guideline()).contains(words(row.get(3)));
        if (rule.kind() == CodingRule.Kind.SEQUENCE || rule.id().equals(Sequence.CODE_FIRST)) {
            assertThat(codes).as(rule.guideline()).containsSubsequence(words(row.get(3)));
        }
        if (!row.get(4).isEmpty()) {
            assertThat(codes).as(rule.guideline()).doesNotContain(words(row.get(4)));
        }
        if (!SILENT.contains(rule.kind()) && !rule.id().equals(Sequence.CODE_FIRST)) {
            Set<String> atWork = new HashSet<>(rulesAtWork(coding));
            atWork.addAll(rulesAtWork(judged(reading, row)));
            assertThat(atWork).as("rules at work").contains(rule.id());
        }
    }

    @Test
    void shows_every_rule_at_work() {
        Set<String> shown = cases().map(row -> row.get(0)).collect(Collectors.toSet());

        assertThat(RULES.all().stream().map(CodingRule::id).filter(id -> !id.startsWith(PROPOSED)))
                .allMatch(shown::contains);
    }
}
