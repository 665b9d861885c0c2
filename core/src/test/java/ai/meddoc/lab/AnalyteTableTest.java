package ai.meddoc.lab;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.RuleFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AnalyteTableTest {

    private static final AnalyteTable TABLE = AnalyteTable.load();

    static Stream<List<String>> rows() {
        return RuleFile.rows(AnalyteTable.class, "analytes.tsv", 8).stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyLoincCodeHasItsCheckDigit(List<String> row) {
        String[] code = row.get(1).split("-");
        int sum = 0;
        for (int i = 0; i < code[0].length(); i++) {
            int digit = code[0].charAt(code[0].length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        assertThat((10 - sum % 10) % 10).isEqualTo(Integer.parseInt(code[1]));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rangesLieWithinCriticalLimitsAndThoseWithinThePlausible(List<String> row) {
        Analyte analyte = AnalyteRow.read(row);
        ReferenceRange range = analyte.range(Sex.FEMALE);
        if (range != null && range.high() != null) {
            assertThat(analyte.isPlausible(range.high())).isTrue();
            assertThat(analyte.isCritical(range.high())).isFalse();
        }
        if (range != null && range.low() != null) {
            assertThat(analyte.isPlausible(range.low())).isTrue();
            assertThat(analyte.isCritical(range.low())).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyUnitIsOneWeCanRead(List<String> row) {
        for (String unit : row.get(2).split(";")) {
            String name = unit.contains("=") ? unit.substring(0, unit.indexOf('=')) : unit;
            if (!name.equals("-")) {
                assertThat(Units.end(name, 0, name.length())).as(name).isEqualTo(name.length());
            }
        }
    }

    @Test
    void holdsTheCommonAnalytes() {
        assertThat(TABLE.size()).isGreaterThan(180);
    }

    @ParameterizedTest
    @CsvSource({
        "Hemoglobin A1c (HbA1c), %, Hemoglobin A1c",
        "'Sodium, Serum', mmol/L, Sodium",
        "Mean Corpuscular Hemoglobin Co, g/dL, Mean corpuscular hemoglobin concentration",
        "Alanine Aminotransf, U/L, Alanine aminotransferase",
        "Lymphs (Absolute), x10E3/uL, Lymphocytes",
        "WBC, /HPF, 'White blood cells, urine'",
        "WBC, 10^9/L, White blood cells",
        "Bilirubin (Total), mg/dL, 'Bilirubin, total'",
        "Thyroxine (T4), ug/dL, 'Thyroxine, total'",
        "Insulin (Fasting), uIU/mL, Insulin",
    })
    void resolvesPrintedNames(String printed, String unit, String expected) {
        Analyte analyte = TABLE.resolve(printed, unit, 5);

        assertThat(analyte).isNotNull().extracting(Analyte::name).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "x10E3/uL, k/ul", "10^9/L, k/ul", "K/cumm, k/ul", "thou/mcL, k/ul", "10*12/L, m/ul", "M/µL, m/ul", "mg%, mg/dl",
        "μg/mL, mg/l", "mIU/L, mu/l", "µIU/mL, mu/l", "IU/L, u/l", "mL/min/1.73 m², ml/min/1.73m2", "mEq/L, meq/l",
                "seconds, sec"
    })
    void bringsSpellingsOfAUnitToOneForm(String printed, String canonical) {
        assertThat(Units.canonical(printed)).isEqualTo(canonical);
    }
}
