package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodeAssignerTest {

    private static final LocalEngine ENGINE = LocalEngine.load();

    static Stream<List<String>> cases() {
        return RuleFile.rows(CodeAssignerTest.class, "coding-cases.tsv", 3).stream();
    }

    private static Analysis analyze(String note, Encounter encounter) {
        return ENGINE.analyze(AnalysisRequest.of(DocumentText.of(note.replace("\\n", "\n")))
                .withTypeHint(DocumentType.CLINICAL_NOTE)
                .withEncounter(encounter));
    }

    private static List<String> codes(Analysis analysis) {
        return analysis.coding().assignments().stream()
                .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                .map(a -> a.code().code())
                .toList();
    }

    private static String[] words(String column) {
        return Arrays.stream(column.split(" ")).filter(w -> !w.isEmpty()).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void codes_what_the_guidelines_ask_for(List<String> row) {
        List<String> codes = codes(analyze(row.get(0), Encounter.outpatient()));
        assertThat(codes).contains(words(row.get(1)));
        if (!row.get(2).isEmpty()) {
            assertThat(codes).doesNotContain(words(row.get(2)));
        }
    }

    static Stream<List<String>> reports() {
        return RuleFile.rows(CodeAssignerTest.class, "report-cases.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void codes_reports_by_what_they_find_or_what_prompted_them(List<String> row) {
        DocumentText text = DocumentText.of(row.get(0).replace("\\n", "\n"));
        List<String> codes = codes(ENGINE.analyze(AnalysisRequest.of(text).withEncounter(Encounter.outpatient())));
        assertThat(codes).contains(words(row.get(1)));
        if (!row.get(2).isEmpty()) {
            assertThat(codes).doesNotContain(words(row.get(2)));
        }
    }

    @Test
    void codes_an_uncertain_diagnosis_for_inpatients_only() {
        String note = "DISCHARGE DIAGNOSIS:\n1. Probable pneumonia.";
        assertThat(codes(analyze(note, Encounter.inpatient()))).contains("J18.9");
        assertThat(codes(analyze(note, Encounter.outpatient()))).doesNotContain("J18.9");
    }

    @Test
    void says_which_rule_refused_a_code() {
        Analysis analysis = analyze("ASSESSMENT:\n1. Cough.\n2. No pneumonia.", Encounter.outpatient());
        assertThat(analysis.coding().rejected()).anySatisfy(rejected -> {
            assertThat(rejected.code()).startsWith("J18");
            assertThat(rejected.ruleId()).isEqualTo("NEGATED");
        });
    }

    @Test
    void sequences_the_reason_for_the_visit_before_its_external_cause() {
        List<String> codes = codes(
                analyze("ASSESSMENT:\n1. Right ankle sprain. She slipped and fell on ice.", Encounter.outpatient()));
        assertThat(codes.get(0)).isEqualTo("S93.401A");
    }

    @Test
    void proposes_codes_of_laboratory_values_only_as_suggestions() {
        Analysis analysis = analyze("RESULTS:\nPotassium 6.1 mmol/L (3.5-5.1) H\n", Encounter.outpatient());
        assertThat(codes(analysis)).doesNotContain("E87.5");
        assertThat(analysis.coding().assignments()).anySatisfy(a -> {
            assertThat(a.code().code()).isEqualTo("E87.5");
            assertThat(a.status()).isEqualTo(CodeAssignment.Status.SUGGESTED);
            assertThat(a.rationale()).contains("confirm");
        });
    }

    @Test
    void reports_what_heads_the_assessment_however_long_the_document_is() {
        String filler = "The patient was examined and the examination was without findings of note today.\n";
        String record = "ASSESSMENT:\n1. Hypertension. Continue lisinopril.\n\n" + filler.repeat(1200)
                + "\nASSESSMENT:\n1. Gout. Continue allopurinol 100 mg daily.\n";
        assertThat(codes(analyze(record, Encounter.outpatient()))).contains("I10", "M10.9");
    }
}
