package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.document.DocumentType;
import ai.meddoc.summary.SummaryStatement;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.text.DocumentText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises. */
public abstract class ClinicalEngineContract {

    static final String NOTE = """
            CHIEF COMPLAINT: Follow-up of diabetes.
            HISTORY OF PRESENT ILLNESS: 58-year-old with type 2 diabetes and hypertension. Denies chest pain.
            FAMILY HISTORY: Mother had breast cancer.
            RESULTS: Hemoglobin A1c 8.2 %. Potassium 5.9 mmol/L (3.5-5.1) H.
            ASSESSMENT AND PLAN:
            1. Type 2 diabetes mellitus. Increase metformin to 1000 mg twice daily.
            2. Hypertension. Continue lisinopril 20 mg daily.
            """;

    protected abstract ClinicalEngine engine();

    private Analysis analyze(String text) {
        return engine().analyze(AnalysisRequest.of(DocumentText.of(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {NOTE, "", " ", "\u0000", "no text of note", "\ud83d\ude00 diabetes \ud83d\ude00", "a\r\nb\r\n"})
    void quotes_the_text_to_the_character(String text) {
        Analysis analysis = analyze(text);
        List<Evidence> all = new ArrayList<>();
        analysis.coding().assignments().forEach(a -> all.addAll(a.evidence()));
        analysis.coding().rejected().forEach(r -> all.addAll(r.evidence()));
        analysis.summary().statements().forEach(s -> all.addAll(s.evidence()));
        assertThat(all).allSatisfy(e -> {
            assertThat(text.substring(e.span().start(), e.span().end())).isEqualTo(e.quote());
            assertThat(e.quote().length()).isBetween(1, Evidence.MAX_LENGTH);
        });
        assertThat(analysis.labResults())
                .allSatisfy(l -> assertThat(l.span().contains(l.valueSpan())).isTrue());
    }

    @Test
    void gives_only_billable_codes_with_evidence() {
        Icd10Cm release = Icd10CmReleases.bundled().newest();
        List<CodeAssignment> assignments = analyze(NOTE).coding().assignments();
        assertThat(assignments).isNotEmpty().allSatisfy(a -> {
            assertThat(release.isBillable(a.code().code())).isTrue();
            assertThat(a.evidence()).isNotEmpty();
            assertThat(a.rationale()).isNotBlank();
        });
    }

    @Test
    void codes_neither_what_is_denied_nor_what_relatives_have() {
        assertThat(analyze(NOTE).coding().assignments())
                .extracting(a -> a.code().code())
                .contains("E11.9", "I10")
                .doesNotContain("R07.9", "C50.919");
    }

    @Test
    void says_nothing_in_numbers_that_the_evidence_does_not_say() {
        for (SummaryStatement statement : analyze(NOTE).summary().statements()) {
            String said = statement.evidence().stream().map(Evidence::quote).reduce("", (a, b) -> a + " " + b);
            for (String number : statement.text().split("[^0-9.]+")) {
                String bare = number.replaceAll("\\.+$", "");
                assertThat(said).contains(bare);
            }
        }
    }

    @Test
    void takes_the_callers_word_for_the_type() {
        Analysis analysis =
                engine().analyze(AnalysisRequest.of(DocumentText.of(NOTE)).withTypeHint(DocumentType.CT));
        assertThat(analysis.classification().type()).isEqualTo(DocumentType.CT);
        assertThat(analysis.classification().confidence()).isEqualTo(1.0);
    }

    @Test
    void may_be_shared_by_threads() throws Exception {
        String expected = analyze(NOTE).coding().toString();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> analyze(NOTE).coding().toString()));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void prints_no_text() {
        assertThat(analyze(NOTE).toString()).doesNotContain("diabetes", "metformin", "Mother");
    }
}
