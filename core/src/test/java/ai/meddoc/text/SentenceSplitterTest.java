package ai.meddoc.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SentenceSplitterTest {

    private final SentenceSplitter splitter = SentenceSplitter.load();

    /** "/" in the expectation parts sentences, "_" in both stands for a line end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Seen by Dr. Smith today. No fever. | Seen by Dr. Smith today. / No fever.",
                "Options, e.g. surgery, vs. watching. He agrees. | Options, e.g. surgery, vs. watching. / He agrees.",
                "Lisinopril 10 mg p.o. b.i.d. for pressure. | Lisinopril 10 mg p.o. b.i.d. for pressure.",
                "Aspirin 81 mg p.o. daily. Plavix 75 mg. | Aspirin 81 mg p.o. daily. / Plavix 75 mg.",
                "He takes 20 mg. She takes none. | He takes 20 mg. / She takes none.",
                "Potassium 3.5 and creatinine 1.2. Stable. | Potassium 3.5 and creatinine 1.2. / Stable.",
                "She has hepatitis C. He has none. | She has hepatitis C. / He has none.",
                "1. H. pylori gastritis. 2. E. coli sepsis. | 1. H. pylori gastritis. / 2. E. coli sepsis.",
                "Sepsis due to E. coli. She has vitamin D. continue it. | Sepsis due to E. coli. / She has vitamin D. / continue it.",
                "Referred by J. Smith to us. | Referred by J. Smith to us.",
                "Denies pain.He has a cough. | Denies pain. / He has a cough.",
                "Her rate is 88. She is well. | Her rate is 88. / She is well.",
                "1. Hypertension. 2. Diabetes. | 1. Hypertension. / 2. Diabetes.",
                "IMPRESSION: 1. No fracture. 2. Osteopenia. | IMPRESSION: 1. No fracture. / 2. Osteopenia.",
                "1. Hypertension 2. Diabetes 3. CKD | 1. Hypertension / 2. Diabetes / 3. CKD",
                "1)DM type 2. 2)HTN. 3)DJD. | 1)DM type 2. / 2)HTN. / 3)DJD.",
                "- fever_- chills | - fever / - chills",
                "Findings: • effusion • edema | Findings: / • effusion / • edema",
                "CHEST PAIN. NO FEVER. | CHEST PAIN. / NO FEVER.",
                "HISTORY:, He fell.,He hurts.  ,PLAN: , Rest. | HISTORY:, He fell., / He hurts.  , / PLAN: , Rest.",
                "He smokes, drinks etc., and is well. | He smokes, drinks etc., and is well.",
                "? pneumonia on film. Treat? Yes. | ? pneumonia on film. / Treat? / Yes.",
                "He said \"no pain.\" Then he left. | He said \"no pain.\" / Then he left.",
                "Stable (no change.) Continue. | Stable (no change.) / Continue.",
                "no rash. denies fever. | no rash. / denies fever.",
                "Room No. 5 is his. He said no. | Room No. 5 is his. / He said no.",
                "Asthma, gout, etc.,SOCIAL HISTORY: , None. | Asthma, gout, etc., / SOCIAL HISTORY: , None.",
                "Wait... then go. | Wait... / then go.",
            })
    void endsSentencesAsAClinicianWouldRead(String text, String expected) {
        assertThat(render(text.replace('_', '\n'))).isEqualTo(expected.replace('_', '\n'));
    }

    @Test
    void joinsHardWrappedProse() {
        String text = """
                The patient is a 64-year-old man with a long history of coronary artery
                disease who presents with chest pain. He denies shortness of breath, fever,
                chills or cough. He was seen by Dr. Gutierrez on March 3 for his routine
                Holter monitoring and was found to be well.
                """;
        assertThat(splitter.split(text)).hasSize(3);
    }

    @Test
    void joinsALineThatBeginsWithAnAmount() {
        String text = """
                DISCHARGE MEDICATIONS: furosemide 40 mg twice daily, metoprolol succinate
                50 mg daily, apixaban 5 mg twice daily.
                """;
        assertThat(splitter.split(text)).hasSize(1);
    }

    @Test
    void joinsWrappedCapitals() {
        String text = """
                THE PATIENT IS A 64-YEAR-OLD MAN WITH A LONG HISTORY OF CORONARY ARTERY
                DISEASE WHO PRESENTS WITH CHEST PAIN AND DOES NOT HAVE ANY OTHER TROUBLE
                TODAY.
                """;
        assertThat(splitter.split(text)).hasSize(1);
    }

    @Test
    void joinsAWrappedListItemToItsBulletOnly() {
        String text = """
                - Continue lisinopril 20 mg daily and check the
                  pressure at home
                - Metformin
                """;
        assertThat(render(text))
                .isEqualTo("- Continue lisinopril 20 mg daily and check the\n  pressure at home / - Metformin");
    }

    @Test
    void keepsShortLinesHeadingsAndTableRowsApart() {
        String text = """
                ASSESSMENT
                Diabetes mellitus
                Hypertension
                Glucose   93   mg/dL
                | Sodium | 138 |
                Lungs: clear
                """;
        assertThat(splitter.split(text)).hasSize(6);
    }

    @Test
    void keepsAListOfLongDiagnosesApart() {
        String text = """
                Type 2 diabetes mellitus with diabetic chronic kidney disease, stage 3
                Essential hypertension
                Chronic obstructive pulmonary disease with acute lower respiratory infection
                Obesity
                """;
        assertThat(splitter.split(text)).hasSize(4);
    }

    @Test
    void cutsARunWithoutStops() {
        List<Sentence> sentences = splitter.split("pain ".repeat(1000));
        assertThat(sentences)
                .hasSizeGreaterThan(3)
                .allSatisfy(s -> assertThat(s.tokens()).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void takesLinearTimeOnOneEnormousLine() {
        String text = "No fever, no chills. 1. ".repeat(100_000) + "a".repeat(1_000_000) + "1,000".repeat(100_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> splitter.split(text));
    }

    @ParameterizedTest
    @MethodSource("ai.meddoc.text.RandomTexts#any")
    void everyTokenIsInOneSentence(String text) {
        List<Token> inSentences =
                splitter.split(text).stream().flatMap(s -> s.tokens().stream()).toList();
        assertThat(inSentences).isSortedAccordingTo((a, b) -> a.span().compareTo(b.span()));
        assertThat(inSentences).allSatisfy(t -> assertThat(t.end()).isLessThanOrEqualTo(text.length()));
    }

    @Test
    void aRuleFileMustExist() {
        assertThatThrownBy(() -> RuleFile.rows(SentenceSplitterTest.class, "absent.tsv", 1))
                .isInstanceOf(IllegalStateException.class);
    }

    private String render(String text) {
        return splitter.split(text).stream().map(s -> s.span().of(text)).collect(Collectors.joining(" / "));
    }
}
