package ai.meddoc.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.review.FinalCodes.FinalCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodesCsvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
                    plain ~ "plain"
                    =1+1 ~ "'=1+1"
                    +1 ~ "'+1"
                    -1 ~ "'-1"
                    @SUM(A1) ~ "'@SUM(A1)"
                    ^   =1^ ~ "'=1"
                    ^\t=1^ ~ "'=1"
                    \uFF1D1 ~ "'\uFF1D1"
                    say "no" ~ "say ""no""\"
                    a,b ~ "a,b"
                    ^^ ~ ""
                    """)
    void beginsNoFormulaAndEndsNoCellEarly(String value, String cell) {
        assertThat(CodesCsv.cell(value)).isEqualTo(cell);
    }

    @Test
    void isATableOfOneLinePerCode() {
        FinalCode code = new FinalCode(1, "I10", "Essential", "amended", "I11.9", "=cmd", List.of("a", "b"), List.of());
        assertThat(CodesCsv.of(List.of(code)))
                .isEqualTo(
                        "\"sequence\",\"code\",\"description\",\"verdict\",\"proposed_code\",\"reason\",\"evidence\"\r\n"
                                + "\"1\",\"I10\",\"Essential\",\"amended\",\"I11.9\",\"'=cmd\",\"a ... b\"\r\n");
    }
}
