package ai.meddoc.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SectionizerTest {

    private final Sectionizer sectionizer = Sectionizer.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "HPI: cough for 3 days | HISTORY_OF_PRESENT_ILLNESS",
                "History of Present Illness | HISTORY_OF_PRESENT_ILLNESS",
                "CC: cough | CHIEF_COMPLAINT",
                "PMH | PAST_MEDICAL_HISTORY",
                "Past Medical Hx - asthma | PAST_MEDICAL_HISTORY",
                "**Past Medical History** | PAST_MEDICAL_HISTORY",
                "## Medications | MEDICATIONS",
                "A/P: | ASSESSMENT_AND_PLAN",
                "A/P_1. Gout | ASSESSMENT_AND_PLAN",
                "Assessment and plan._Gout. He is better. | ASSESSMENT_AND_PLAN",
                "Exam. Tender back._ASSESSMENT. Lumbar strain._PLAN. Rest. | PHYSICAL_EXAM ASSESSMENT PLAN",
                "A/P:_Problem 1: Gout_Problem 2: Asthma | ASSESSMENT_AND_PLAN",
                "EXAM: normal_Problem 1: Gout | PHYSICAL_EXAM ASSESSMENT_AND_PLAN",
                "HPI_Cough_PMH_Asthma | HISTORY_OF_PRESENT_ILLNESS PAST_MEDICAL_HISTORY",
                "S:_Cough_O:_Clear_A:_Gout_P:_Rest | HISTORY_OF_PRESENT_ILLNESS PHYSICAL_EXAM ASSESSMENT PLAN",
                "S_Cough_O_Clear_A_Gout_P_Rest | HISTORY_OF_PRESENT_ILLNESS PHYSICAL_EXAM ASSESSMENT PLAN",
                "S._Cough_O._Clear_A._Gout_P._Rest | HISTORY_OF_PRESENT_ILLNESS PHYSICAL_EXAM ASSESSMENT PLAN",
                "S - cough_O - clear_A - gout_P - rest | HISTORY_OF_PRESENT_ILLNESS PHYSICAL_EXAM ASSESSMENT PLAN",
                "S_Cough_O_Clear_A/P_Gout | HISTORY_OF_PRESENT_ILLNESS PHYSICAL_EXAM ASSESSMENT_AND_PLAN",
                "S_Cough_A_Gout | HISTORY_OF_PRESENT_ILLNESS ASSESSMENT",
                "A. Gout_B. Asthma | UNKNOWN",
                "A_Gout_B_Asthma | UNKNOWN",
                "S_A_B_Grades | UNKNOWN",
                "Grade:_A_Result | UNKNOWN",
                "P_Rest_A_Gout | UNKNOWN",
                "Assessment & Plan | ASSESSMENT_AND_PLAN",
                "ASSESSMENT/PLAN: rest | ASSESSMENT_AND_PLAN",
                "1. ASSESSMENT | ASSESSMENT",
                "=== PLAN === | PLAN",
                "Impression: no fracture | IMPRESSION",
                "IMPRESSION No acute disease of the chest | IMPRESSION",
                "FINDINGS:  , The lungs are clear | FINDINGS",
                "PHYSICAL EXAMINATION,VITAL SIGNS: stable | PHYSICAL_EXAM VITAL_SIGNS",
                "FAMILY HISTORY (per patient): none | FAMILY_HISTORY",
                "FHx: CAD | FAMILY_HISTORY",
                "ROS: negative | REVIEW_OF_SYSTEMS",
                "Allergies: NKDA | ALLERGIES",
                "Pre-operative Diagnosis: cataract | PREOPERATIVE_DIAGNOSIS",
                "DISCHARGE DIAGNOSES:_1. CHF | DISCHARGE_DIAGNOSES",
                "EXAM: CT chest. FINDINGS: Clear. IMPRESSION: Normal. | HEADER FINDINGS IMPRESSION",
                "HISTORY: fall_TECHNIQUE: axial_FINDINGS: none | INDICATION TECHNIQUE FINDINGS",
                "HISTORY: fall_MEDICATIONS: none | HISTORY_OF_PRESENT_ILLNESS MEDICATIONS",
                "PHYSICAL EXAM_Cardiovascular: regular_HEENT: clear_SKIN: warm | PHYSICAL_EXAM",
                "Review of Systems_Respiratory: no cough_Neuro: no headache | REVIEW_OF_SYSTEMS",
                "PHYSICAL EXAM_VITAL SIGNS: stable_HEENT: clear | PHYSICAL_EXAM VITAL_SIGNS PHYSICAL_EXAM",
                "PAST HISTORY_Medical_Asthma._Surgical_None. | PAST_MEDICAL_HISTORY PAST_MEDICAL_HISTORY PAST_SURGICAL_HISTORY",
                "ASSESSMENT AND PLAN_1. Gout_Plan: rest_Labs: uric acid | ASSESSMENT_AND_PLAN",
                "FAMILY HISTORY_Mother had gout._BIRTH DATA_Born at term. | FAMILY_HISTORY UNKNOWN",
                "FINDINGS: Clear.,IMPRESSION: , Normal. | FINDINGS IMPRESSION",
                "Interpretation, signed T. Marsh MD: CKD stage 4. | ASSESSMENT",
                "Na 138. ED physician entry: hyponatremia | UNKNOWN ASSESSMENT",
                "Overread by T. Marsh MD: atrial fibrillation | ASSESSMENT",
                "dr note: polycythemia vera | ASSESSMENT",
                "Linked ICD on order: gout | INDICATION",
                "Dx strep pharyngitis | DIAGNOSES",
                "Imp/ ankle sprain | IMPRESSION",
                "Lab comment: specimen hemolyzed | UNKNOWN",
                "Physician progress note: follow-up | UNKNOWN",
                "He has a past medical history of gout. | UNKNOWN",
                "Medical reasoning follows here without any heading. | UNKNOWN",
                "The plan: rest. | UNKNOWN",
                "Letter to you_PLAN | UNKNOWN PLAN",
            })
    void findsHeadingsInTheirManySpellings(String text, String kinds) {
        String found = sectionizer.sectionize(text.replace('_', '\n')).stream()
                .map(s -> s.kind().name())
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(kinds);
    }

    @Test
    void headingSpanIncludesItsColonAndBodyStartsAfter() {
        String text = "PMH: gout\n";
        Section section = sectionizer.sectionize(text).getFirst();
        assertThat(section.heading().of(text)).isEqualTo("PMH:");
        assertThat(section.body().of(text)).isEqualTo(" gout\n");
    }

    @Test
    void capitalsMarkNoHeadingWhereAllIsInCapitals() {
        String text = "SOCIAL HISTORY\nHE SMOKES A PACK A DAY\nLIVES ALONE IN THE CITY\nWORKS AS A DRIVER\n";
        assertThat(sectionizer.sectionize(text)).hasSize(1);
    }

    @Test
    void findsTheSectionOfAnIndex() {
        String text = "HPI: pain\nPLAN: rest";
        List<Section> sections = sectionizer.sectionize(text);
        assertThat(Sectionizer.at(sections, 3).kind()).isEqualTo(SectionKind.HISTORY_OF_PRESENT_ILLNESS);
        assertThat(Sectionizer.at(sections, 12).kind()).isEqualTo(SectionKind.PLAN);
    }

    /** A conclusion in capitals after the emergency department's course is one; "Assessment:" under a problem is not. */
    @Test
    void aConclusionInCapitalsEndsTheCourse() {
        String text = "ED COURSE / MDM: ECG normal.\nFINAL IMPRESSION: Costochondritis\nDISPOSITION: Home.";
        assertThat(sectionizer.sectionize(text))
                .extracting(Section::kind)
                .containsExactly(SectionKind.ASSESSMENT_AND_PLAN, SectionKind.ASSESSMENT, SectionKind.PLAN);
        assertThat(sectionizer.sectionize("ASSESSMENT AND PLAN\n1. Gout\nAssessment: stable\nPlan: allopurinol"))
                .extracting(Section::kind)
                .containsExactly(SectionKind.ASSESSMENT_AND_PLAN);
    }

    @Test
    void takesLinearTimeOnOneEnormousLine() {
        String text = "Denies it. Plan of. ".repeat(150_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> sectionizer.sectionize(text));
    }

    @ParameterizedTest
    @MethodSource("ai.meddoc.text.RandomTexts#any")
    void sectionsCoverTheTextWithoutOverlap(String text) {
        int end = 0;
        for (Section section : sectionizer.sectionize(text)) {
            assertThat(section.span().start()).isEqualTo(end);
            end = section.span().end();
        }
        assertThat(end).isEqualTo(text.length());
    }
}
