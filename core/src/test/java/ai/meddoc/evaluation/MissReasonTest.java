package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.Evidence;
import ai.meddoc.coding.RejectedCode;
import ai.meddoc.section.Section;
import ai.meddoc.section.SectionKind;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissReasonTest {

    private static final DocumentText TEXT = DocumentText.of("PMH: pneumonia\nASSESSMENT: pneumonia\n");
    private static final List<Section> SECTIONS = List.of(
            new Section(SectionKind.PAST_MEDICAL_HISTORY, new Span(0, 4), new Span(0, 15)),
            new Section(SectionKind.ASSESSMENT, new Span(15, 26), new Span(15, 37)));

    @ParameterizedTest
    @CsvSource({
        "J18.9, J18.1, X, 27, WRONG_SPECIFICITY",
        "J18.9, I10,   NEGATED, 27, WRONG_ASSERTION",
        "J18.9, I10,   UNCERTAIN-OUTPATIENT, 27, WRONG_ASSERTION",
        "J18.9, I10,   SYMPTOM-OF-DIAGNOSIS, 5, NOT_REPORTABLE",
        "J18.9, I10,   NOT-REPORTABLE, 27, NOT_REPORTABLE",
        "J18.9, I10,   NOT-REPORTABLE, 5, WRONG_SECTION",
        "K21.9, I10,   NEGATED, 27, NO_MENTION",
    })
    void tellsFromTheAnswerWhyACodeIsMissing(
            String missed, String predicted, String rule, int place, MissReason reason) {
        Evidence evidence = Evidence.of(TEXT, new Span(place, place + "pneumonia".length()));
        RejectedCode refused =
                new RejectedCode("J18.9", "Pneumonia, unspecified organism", rule, "", List.of(evidence));
        assertThat(MissReason.of(missed, Set.of(predicted), List.of(refused), SECTIONS))
                .isEqualTo(reason);
    }
}
