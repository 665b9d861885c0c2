package ai.meddoc.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UcumTest {

    @ParameterizedTest
    @CsvSource({
        "g/dL, g/dL",
        "MG/DL, mg/dL",
        "x10^3/uL, 10*3/uL",
        "10^3/\u00b5L, 10*3/uL",
        "10 E6 / uL, 10*6/uL",
        "mEq/L, meq/L",
        "mL/min/1.73 m2, mL/min/{1.73_m2}",
        "uIU/mL, u[IU]/mL"
    })
    void aPrintedUnitHasItsCode(String printed, String code) {
        assertThat(Ucum.of(printed)).contains(code);
    }

    @Test
    void anUnknownUnitClaimsNone() {
        assertThat(Ucum.of("arb. units")).isEmpty();
    }
}
