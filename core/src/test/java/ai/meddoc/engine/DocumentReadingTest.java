package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.meddoc.coding.CodingResult;
import ai.meddoc.coding.ProposedCode;
import ai.meddoc.coding.RejectedCode;
import ai.meddoc.document.Encounter;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our rules leave of codes that somebody proposes. */
final class DocumentReadingTest {

    private static final LocalEngine ENGINE = LocalEngine.load();

    private static CodingResult judge(String text, Encounter encounter, String... codesAndQuotes) {
        DocumentReading reading =
                ENGINE.examine(AnalysisRequest.of(DocumentText.of(text)).withEncounter(encounter));
        List<ProposedCode> proposals = new ArrayList<>();
        for (int i = 0; i < codesAndQuotes.length; i += 2) {
            int at = text.indexOf(codesAndQuotes[i + 1]);
            Span quote = new Span(at, at + codesAndQuotes[i + 1].length());
            proposals.add(new ProposedCode(codesAndQuotes[i], 0.7, "Because.", List.of(quote)));
        }
        return reading.judge(proposals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Patient denies chest pain. | R07.9 | denies chest pain | | NEGATED",
                "Patient denies any unusual thrills. | R68.89 | denies any unusual thrills | | NEGATED",
                "Mother had breast cancer. | C50.919 | breast cancer | Z80.3 |",
                "Mother had breast cancer. | Z80.3 | Mother had breast cancer | Z80.3 |",
                "ASSESSMENT: Possible pneumonia. | J18.9 | pneumonia | | UNCERTAIN-OUTPATIENT",
                "Return if fever develops. | R50.9 | fever | | HYPOTHETICAL",
                "He no longer smokes tobacco. | Z87.891 | no longer smokes | Z87.891 |",
                "ASSESSMENT: Essential hypertension. | I10 | Essential hypertension | I10 |"
            })
    void holds_a_proposal_against_what_the_text_says(
            String text, String code, String quote, String given, String rule) {
        CodingResult result = judge(text, Encounter.outpatient(), code, quote);
        if (given == null) {
            assertThat(result.assignments()).isEmpty();
            assertThat(result.rejected()).extracting(RejectedCode::ruleId).containsExactly(rule);
        } else {
            assertThat(result.assignments()).singleElement().satisfies(a -> {
                assertThat(a.code().code()).isEqualTo(given);
                assertThat(a.evidence().get(0).quote()).isEqualTo(quote);
            });
        }
    }

    @Test
    void codes_an_uncertain_diagnosis_of_an_inpatient() {
        CodingResult result =
                judge("DISCHARGE DIAGNOSIS: Possible pneumonia.", Encounter.inpatient(), "J18.9", "pneumonia");
        assertThat(result.assignments()).extracting(a -> a.code().code()).containsExactly("J18.9");
    }

    @Test
    void combines_and_drops_as_for_our_own_codes() {
        String text = "ASSESSMENT: Type 2 diabetes mellitus. Chronic kidney disease stage 3b. Hyperglycemia.";
        CodingResult result = judge(
                text,
                Encounter.outpatient(),
                "E11.9",
                "Type 2 diabetes mellitus",
                "N18.32",
                "Chronic kidney disease stage 3b");
        assertThat(result.assignments()).extracting(a -> a.code().code()).contains("E11.22", "N18.32");
        assertThat(result.assignments())
                .allSatisfy(a -> assertThat(a.confidence()).isEqualTo(0.7))
                .anySatisfy(a -> assertThat(a.rationale()).startsWith("Because. "));
    }

    @Test
    void keeps_one_entry_for_a_code_that_is_proposed_twice() {
        String text = "HISTORY: Hypertension for years. ASSESSMENT: Hypertension, stable.";
        CodingResult result =
                judge(text, Encounter.outpatient(), "I10", "Hypertension for", "I10", "Hypertension, stable");
        assertThat(result.assignments())
                .singleElement()
                .satisfies(a -> assertThat(a.evidence()).hasSize(2));
    }

    @Test
    void refuses_a_code_that_is_not_billable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge("Diabetes.", Encounter.outpatient(), "E11", "Diabetes"))
                .withMessageContaining("not billable");
        assertThatIllegalArgumentException().isThrownBy(() -> new ProposedCode("I10", 2, "", List.of(new Span(0, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProposedCode("I10", 1, "", List.of()));
    }
}
