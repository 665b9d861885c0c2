package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.RejectedCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissReasonTest {

    @ParameterizedTest
    @CsvSource({
        "J18.9, J18.1, X, WRONG_SPECIFICITY",
        "J18.9, I10,   NEGATED, WRONG_ASSERTION",
        "J18.9, I10,   UNCERTAIN-OUTPATIENT, WRONG_ASSERTION",
        "J18.9, I10,   SYMPTOM-OF-DIAGNOSIS, NOT_REPORTABLE",
        "K21.9, I10,   NEGATED, NO_MENTION",
    })
    void tellsFromTheAnswerWhyACodeIsMissing(String missed, String predicted, String rule, MissReason reason) {
        RejectedCode refused = new RejectedCode("J18.9", "Pneumonia, unspecified organism", rule, "", List.of());
        assertThat(MissReason.of(missed, Set.of(predicted), List.of(refused))).isEqualTo(reason);
    }
}
