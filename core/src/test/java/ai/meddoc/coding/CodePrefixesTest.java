package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePrefixesTest {

    @ParameterizedTest
    @CsvSource({
        "E11.9 I10, E11.9, true",
        "E11.9 I10, I10, true",
        "E11.9 I10, E11.65, false",
        "E11.9 I10, Z79.4, false",
        "=H26.9, H26.9, true",
        "=H26, H26.9, false",
        "=H26.9, H26, false",
        "O, O24.410, true",
        "*, O24.410, false",
        "'', O24.410, false",
    })
    void tells_which_codes_it_has(String written, String code, boolean has) {
        assertThat(CodePrefixes.parse(written).has(code)).isEqualTo(has);
    }
}
