package ai.meddoc.summary;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider reads of documents of every kind. */
final class SummarizerTest {

    private static final String PANEL = """
            LAKEMONT LABORATORY                 CLIA 99D1234567
            Patient: Aldous Fennick     DOB 01/02/1960    Ordering: K. Brandt, NP   Dx on order: fatigue

            BASIC METABOLIC PANEL
            Test             Result   Flag   Units    Reference interval
            Sodium           139             mmol/L   136-145
            Potassium        6.9      HH     mmol/L   3.5-5.1
            Chloride         101             mmol/L   98-107
            CO2              24              mmol/L   22-29
            BUN              18              mg/dL    7-20
            Creatinine       2.1      H      mg/dL    0.7-1.3
            Glucose          88              mg/dL    70-99
            Calcium          9.4             mg/dL    8.6-10.2

            Comment: Specimen not hemolyzed. Potassium called to the floor at 06:10.
            Electronically signed: Ida Marsh MD
            """;

    private static final String SCAN = """
            CT ABDOMEN AND PELVIS WITH CONTRAST
            Patient: Aldous Fennick   MRN 4471

            Clinical history: flank pain.
            Technique: axial images after 100 mL of contrast.

            Findings: There is a 6 mm stone in the left distal ureter with moderate hydronephrosis. Liver: normal. The
            appendix is normal. No free air. No abscess.

            Conclusion (read by I. Marsh MD):
            1. Obstructing 6 mm stone of the left distal ureter.
            2. No appendicitis.

            Ida Marsh, MD
            """;

    private static final String NOTE = """
            Riverside Family Medicine
            Pt: Aldous Fennick   DOB 01/02/1960

            CC: cough
            HPI: Five days of productive cough and fever. Denies chest pain, hemoptysis.
            FH: mother with asthma.
            Exam: T 38.4, crackles at the right base.
            POC: influenza A/B negative.

            Impression/DX
            1) Community-acquired pneumonia
            2) COPD, stable
            Tx: doxycycline 100 mg BID x 7 days.
            F/u: chest film in 6 weeks. CURB-65 1.
            -- Ida Marsh, PA-C
            """;

    private static LocalEngine engine;

    @BeforeAll
    static void loadEngine() {
        engine = LocalEngine.load();
    }

    private static List<String> statements(String text) {
        return engine.analyze(AnalysisRequest.of(DocumentText.of(text))).summary().statements().stream()
                .map(SummaryStatement::text)
                .toList();
    }

    @Test
    void laboratory_reports_begin_with_what_a_laboratory_telephones() {
        List<String> said = statements(PANEL);
        assertThat(said.get(0)).startsWith("Critical: Potassium 6.9 mmol/L");
        assertThat(said.get(1)).startsWith("Abnormal: Creatinine 2.1 mg/dL (high)");
        assertThat(String.join(" ", said)).contains("fatigue", "called to the floor", "Sodium 139 mmol/L");
    }

    @Test
    void imaging_reports_begin_with_the_impression() {
        List<String> said = statements(SCAN);
        assertThat(said.get(0))
                .isEqualTo("Impression: Obstructing 6 mm stone of the left distal ureter; No appendicitis.");
        assertThat(String.join(" ", said)).contains("moderate hydronephrosis", "flank pain", "No free air");
        assertThat(String.join(" ", said)).doesNotContain("100 mL", "Liver: normal");
    }

    @Test
    void notes_begin_with_diagnoses_and_plan() {
        List<String> said = statements(NOTE);
        assertThat(said.get(0)).isEqualTo("Assessment: Community-acquired pneumonia; COPD, stable.");
        assertThat(said.get(1)).startsWith("Plan: ").contains("doxycycline 100 mg BID", "chest film in 6 weeks");
        assertThat(String.join(" ", said)).contains("Five days of productive cough", "Denies chest pain");
    }

    @Test
    void letterheads_table_headings_and_signatures_stay_out() {
        for (String text : List.of(PANEL, SCAN, NOTE)) {
            assertThat(String.join(" ", statements(text)))
                    .doesNotContain(
                            "Fennick", "Marsh", "Brandt", "DOB", "MRN", "CLIA", "Reference", "LABORATORY", "Riverside");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Denies chest pain, dyspnea or syncope.            | chest pain | Denies chest pain",
                "No evidence of pulmonary embolism.                | embolism   | No evidence of pulmonary embolism",
                "Possible appendicitis, surgery to see.            | appendicitis | Possible appendicitis",
                "Rule out myocardial infarction.                   | infarction | Rule out myocardial infarction",
                "Mother had breast cancer.                         | cancer     | Mother had breast cancer",
            })
    void what_is_denied_doubted_or_of_others_keeps_its_words(String sentence, String problem, String kept) {
        String note = "HISTORY OF PRESENT ILLNESS: Here for review. " + sentence + "\nASSESSMENT: " + sentence + "\n";
        for (String said : statements(note)) {
            if (said.contains(problem)) {
                assertThat(said).contains(kept);
            }
        }
    }

    @Test
    void the_longest_documents_have_short_summaries() {
        StringBuilder note = new StringBuilder("ASSESSMENT AND PLAN:\n");
        for (int i = 1; i <= 400; i++) {
            note.append(i % 90 + 1)
                    .append(
                            ". Type 2 diabetes with neuropathy, continue metformin 1000 mg twice daily and recheck A1c 8.")
                    .append(i % 10)
                    .append(" % in three months, or sooner if sugars rise.\n");
        }
        Summary summary = engine.analyze(AnalysisRequest.of(DocumentText.of(note.toString())))
                .summary();
        assertThat(summary.statements()).hasSizeBetween(1, Summary.MAX_STATEMENTS);
        assertThat(summary.text().length()).isLessThan(Summary.MAX_LENGTH + Summary.MAX_STATEMENTS);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'...'", "'a'", "'2'", "':::::'", "'A/P:'", "'IMPRESSION:'", "'| | |'"})
    void nothing_is_made_of_nothing(String text) {
        assertThat(statements(text)).isEmpty();
    }
}
