package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import ai.meddoc.text.Span;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryFactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hemoglobin 9.8 g/dL is low.          | hemoglobin 9.8 g/dL        | true",
                "Hemoglobin 9.8 g/dL is low.          | Hgb 9.8 g/dL               | true",
                "Hgb 9.8 g/dL (low).                  | Hemoglobin 9.8             | true",
                "Hemoglobin 9.8 g/dL is low.          | hemoglobin 9.9 g/dL        | false",
                "Hemoglobin 19.8 g/dL.                | hemoglobin 9.8             | false",
                "Type 2 diabetes with CKD, stage 3a.  | CKD stage 3a               | true",
                "No acute fracture.                   | no acute fracture of wrist | false",
                "Amount due $ 447.32.                 | $447.32                    | true",
            })
    void takesAFactWhenAllItsWordsAreSaid(String summary, String fact, boolean stands) {
        LabResult hemoglobin = new LabResult(
                "Hgb",
                "Hemoglobin",
                null,
                9.8,
                "",
                "9.8",
                "g/dL",
                null,
                LabFlag.LOW,
                LabResult.FlagSource.REPORT,
                false,
                new Span(0, 12),
                new Span(4, 7));
        assertThat(SummaryFacts.missing(summary, List.of(fact), List.of(hemoglobin))
                        .isEmpty())
                .isEqualTo(stands);
    }
}
