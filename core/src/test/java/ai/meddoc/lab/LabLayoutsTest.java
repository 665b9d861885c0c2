package ai.meddoc.lab;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.DocumentText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Result rows in the layouts that laboratories, portals and interfaces print. */
final class LabLayoutsTest {

    private static final LabExtractor EXTRACTOR = LabExtractor.load();

    private static List<String> rows(String report) {
        return EXTRACTOR.extract(DocumentText.of(report)).stream()
                .map(LabLayoutsTest::row)
                .toList();
    }

    private static String row(LabResult result) {
        ReferenceRange range = result.range();
        String bounds = range == null || result.flagSource() == LabResult.FlagSource.OUR_RANGE
                ? "-"
                : (range.low() == null ? "" : range.low()) + ".." + (range.high() == null ? "" : range.high());
        String flag = result.flag() == null ? "-" : result.flag().name().toLowerCase(Locale.ROOT);
        return String.join(
                " | ",
                result.name(),
                result.value() + "",
                result.unit(),
                bounds,
                flag + (result.critical() ? "!" : ""));
    }

    @Test
    void dot_leaders() {
        assertThat(rows("""
                  Sodium ......... 135 mmol/L ........ 136-145 .... L
                  Glucose ........ 97 mg/dL .......... 70-99
                  WBC ........ 13.8 (4.0-11.0)  *H*
                  Hgb ........ 10.3 (11.5-15.5) *L*
                """))
                .containsExactly(
                        "Sodium | 135.0 | mmol/L | 136.0..145.0 | low",
                        "Glucose | 97.0 | mg/dL | 70.0..99.0 | normal",
                        "WBC | 13.8 |  | 4.0..11.0 | high",
                        "Hgb | 10.3 |  | 11.5..15.5 | low");
    }

    @Test
    void two_results_a_line() {
        assertThat(rows("""
                Na   129  L    (136-145 mmol/L)        BUN   27   H   (6-20 mg/dL)
                Cl   91   L    (98-107 mmol/L)         Glu   612  HH  (70-99 mg/dL)
                """))
                .containsExactly(
                        "Na | 129.0 | mmol/L | 136.0..145.0 | low",
                        "BUN | 27.0 | mg/dL | 6.0..20.0 | high",
                        "Cl | 91.0 | mmol/L | 98.0..107.0 | low",
                        "Glu | 612.0 | mg/dL | 70.0..99.0 | high!");
    }

    @Test
    void names_that_could_be_flags() {
        assertThat(rows("""
                NA      139       K       6.4 H*
                CL      102       CO2     23
                """))
                .containsExactly(
                        "NA | 139.0 |  | - | normal",
                        "K | 6.4 |  | - | high",
                        "CL | 102.0 |  | - | normal",
                        "CO2 | 23.0 |  | - | normal");
    }

    @Test
    void days_in_columns_give_the_latest() {
        assertThat(rows("""
                                 04/01 05:10   04/02 05:25   04/03 05:02   Reference
                Sodium mmol/L        138           139           140        136-145
                Creatinine mg/dL     3.8 H         2.4 H         1.5 H      0.7-1.2
                """))
                .containsExactly(
                        "Sodium | 140.0 | mmol/L | 136.0..145.0 | normal",
                        "Creatinine | 1.5 | mg/dL | 0.7..1.2 | high");
    }

    @Test
    void earlier_results_stay_out() {
        assertThat(rows("""
                Test            Current    Previous     Units     Reference
                                03/04/26   12/01/25
                BUN             31 H       24           mg/dL     7 - 20
                Creatinine      2.88 H     1.12         mg/dL     0.60 - 1.30
                """))
                .containsExactly(
                        "BUN | 31.0 | mg/dL | 7.0..20.0 | high", "Creatinine | 2.88 | mg/dL | 0.6..1.3 | high");
    }

    @Test
    void flags_and_ranges_before_the_result() {
        assertThat(rows("""
                FLAG  TEST                 RANGE          RESULT   UNIT
                L     HEMOGLOBIN           12.0-16.0      10.1     g/dL
                      MCV                  80-100         84       fL
                HH    POTASSIUM            3.5-5.1        7.1      mmol/L
                """))
                .containsExactly(
                        "HEMOGLOBIN | 10.1 | g/dL | 12.0..16.0 | low",
                        "MCV | 84.0 | fL | 80.0..100.0 | normal",
                        "POTASSIUM | 7.1 | mmol/L | 3.5..5.1 | high!");
    }

    @Test
    void decimal_commas() {
        assertThat(rows("""
                Hemoglobin       11,2       g/dL       12,0 - 16,0    L
                Creatinine       0,9        mg/dL      0,5-1,1
                """))
                .containsExactly(
                        "Hemoglobin | 11.2 | g/dL | 12.0..16.0 | low", "Creatinine | 0.9 | mg/dL | 0.5..1.1 | normal");
    }

    @Test
    void lists_with_colons() {
        assertThat(rows("""
                K+: 3.2 mEq/L - LOW (3.5-5.0)
                Glucose, random: 201 mg/dL *High* (70-140)
                Platelets: 512 x10^3/µL (150-400) H
                eGFR: 58 mL/min/1.73 m2 (>=60)
                """))
                .containsExactly(
                        "K+ | 3.2 | mEq/L | 3.5..5.0 | low",
                        "Glucose, random | 201.0 | mg/dL | 70.0..140.0 | high",
                        "Platelets | 512.0 | x10^3/µL | 150.0..400.0 | high",
                        "eGFR | 58.0 | mL/min/1.73 m2 | 60.0.. | low");
    }

    @Test
    void tables_of_markdown_with_bold_names() {
        assertThat(rows("""
                | Test | Result | Units | Reference Range | Flag |
                |:-----|-------:|:------|:----------------|:----:|
                | **Hemoglobin** | 6.8 | g/dL | 13.5–17.5 | LL |
                | CRP | <3.0 | mg/L | <5.0 | |
                | Vitamin D, 25-OH | 18 | ng/mL | 30-100 | Low |
                """))
                .containsExactly(
                        "Hemoglobin | 6.8 | g/dL | 13.5..17.5 | low!",
                        "CRP | 3.0 | mg/L | ..5.0 | normal",
                        "Vitamin D, 25-OH | 18.0 | ng/mL | 30.0..100.0 | low");
    }

    @Test
    void segments_of_an_interface() {
        assertThat(rows("""
                OBR|1|A7741|L9920|CBC^Complete blood count^L|||20260612081500
                OBX|1|NM|WBC^Leukocytes||5.6|10*3/uL|4.0-10.5||||F
                OBX|2|NM|718-7^Hemoglobin^LN||9.6|g/dL|13.5-17.5|L|||F
                OBX|3|ST|5778-6^Color^LN||Yellow||||||F
                """))
                .containsExactly(
                        "Leukocytes | 5.6 | 10*3/uL | 4.0..10.5 | normal",
                        "Hemoglobin | 9.6 | g/dL | 13.5..17.5 | low");
    }

    @Test
    void numbers_of_footnotes_are_no_values() {
        assertThat(rows("""
                WBC 01                    12.4      High      x10E3/uL      3.4-10.8
                Hemoglobin 01             14.1                g/dL          11.1-15.9
                eGFR If NonAfricn Am 01   59        Low       mL/min/1.73   >59
                """))
                .containsExactly(
                        "WBC | 12.4 | x10E3/uL | 3.4..10.8 | high",
                        "Hemoglobin | 14.1 | g/dL | 11.1..15.9 | normal",
                        "eGFR If NonAfricn Am | 59.0 | mL/min/1.73 | 59.0.. | low");
    }

    @Test
    void results_on_lines_of_their_own() {
        assertThat(rows("""
                Sodium
                138 mmol/L
                Standard range: 135 - 145 mmol/L
                Potassium
                5.9 mmol/L
                High
                Standard range: 3.5 - 5.1 mmol/L
                """))
                .containsExactly(
                        "Sodium | 138.0 | mmol/L | 135.0..145.0 | normal",
                        "Potassium | 5.9 | mmol/L | 3.5..5.1 | high");
    }

    @Test
    void two_panels_and_critical_values() {
        assertThat(rows("""
                COMPLETE BLOOD COUNT
                Test          Result   Flag   Units     Range
                WBC           15.2     H      K/uL      4.0-10.0
                Hemoglobin    6.1      LL     g/dL      12.0-15.5

                BASIC METABOLIC PANEL
                Test          Result   Flag   Units     Range
                Sodium        118      LL     mmol/L    135-145
                Potassium     7.2 CRITICAL HIGH  mmol/L 3.5-5.1
                """))
                .containsExactly(
                        "WBC | 15.2 | K/uL | 4.0..10.0 | high",
                        "Hemoglobin | 6.1 | g/dL | 12.0..15.5 | low!",
                        "Sodium | 118.0 | mmol/L | 135.0..145.0 | low!",
                        "Potassium | 7.2 | mmol/L | 3.5..5.1 | high!");
    }
}
