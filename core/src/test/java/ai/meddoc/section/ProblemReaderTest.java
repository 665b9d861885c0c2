package ai.meddoc.section;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.SentenceSplitter;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemReaderTest {

    private final ProblemReader reader = ProblemReader.load();
    private final Sectionizer sectionizer = Sectionizer.load();
    private final SentenceSplitter splitter = SentenceSplitter.load();

    /** "_" stands for a line end, "/" parts the expected names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ASSESSMENT AND PLAN_Diabetes type 2._• Medical Treatment: Continue metformin. | Diabetes type 2",
                "ASSESSMENT_#1 CKD stage 3_#2 Gout | CKD stage 3/Gout",
                "A/P:_1. Hypertension - continue lisinopril_2. Gout: stable | Hypertension/Gout",
                "A/P:_Hypertension: continue lisinopril | Hypertension",
                "ASSESSMENT_1. Left knee pain._2. Hypertension. | Left knee pain/Hypertension",
                "ASSESSMENT: 1. Asthma. 2. Obesity. | Asthma/Obesity",
                "ASSESSMENT_• Iron deficiency anemia_Mrs. Cooper is well. | Iron deficiency anemia",
                "PLAN_1. Continue lisinopril_2. Follow up in 2 weeks | ''",
                "ASSESSMENT_The patient is a 62-year-old man with gout. | ''",
                "HPI_1. Hypertension | ''",
                "DIAGNOSES:,AXIS I:  Gout.,AXIS II:  Deferred. | Gout/Deferred",
                "ASSESSMENT AND PLAN_Patient Agreements: The patient agrees. | ''",
                "ASSESSMENT:,1.  Neuropathy of the foot.,2.  Hypertension. | Neuropathy of the foot/Hypertension",
                "FINAL DIAGNOSES:_Acute appendicitis | Acute appendicitis",
                "IMPRESSION: Acute costochondritis_DISPOSITION: Home. Naproxen for 7 days. | Acute costochondritis",
                "ASSESSMENT_COPD exacerbation. He was given steroids. | COPD exacerbation",
                "ASSESSMENT_Ms. Lee was given steroids. COPD exacerbation is over. | ''",
                "A/P:_Problem 1: Gout._- colchicine_Problem 2: Asthma. | Gout/Asthma",
                "EXAM: normal_Problem #1: Gout_- colchicine_Problem #2: Asthma | Gout/Asthma",
                "ASSESSMENT_Dx 1: Gout_Dx 2: Asthma | Gout/Asthma",
            })
    void namesTheProblems(String text, String names) {
        assertThat(namesOf(text.replace('_', '\n'))).isEqualTo(names.replace("''", ""));
    }

    @Test
    void aProblemGovernsUpToTheNext() {
        String text = "ASSESSMENT\nGout.\n- stable\nAsthma.\n- worse\n";
        List<ProblemLine> lines = read(text);
        assertThat(lines.get(0).governs().of(text)).isEqualTo("Gout.\n- stable\n");
        assertThat(lines.get(1).governs().of(text)).isEqualTo("Asthma.\n- worse\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1. Gout of the left foot, Gout, LEADING",
        "1. Acute gout, gout, LEADING",
        "1. Pain from gout, gout, NAMED",
        "1. Pain. Colchicine for gout, gout, ELSEWHERE"
    })
    void tellsWhatAProblemBeginsWith(String line, String word, ProblemPlace place) {
        String text = "ASSESSMENT\n" + line + "\n";
        int start = text.indexOf(word);
        Span span = new Span(start, start + word.length());
        assertThat(read(text).getFirst().placeOf(span, text)).isEqualTo(place);
    }

    private String namesOf(String text) {
        return read(text).stream().map(l -> l.name().of(text)).collect(Collectors.joining("/"));
    }

    private List<ProblemLine> read(String text) {
        return reader.read(DocumentText.of(text), sectionizer.sectionize(text), splitter.split(text));
    }
}
