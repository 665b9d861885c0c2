package ai.meddoc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TokenizerTest {

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Crohn's disease; w:Crohn's w:disease",
                "patients' legs; w:patients s:' w:legs",
                "HbA1c 7.2%; w:HbA1c n:7.2 s:%",
                "T2DM, CKD 3b; w:T2DM s:, w:CKD w:3b",
                "20mg p.o.; n:20 w:mg w:p s:. w:o s:.",
                "36.0C; n:36.0 w:C",
                "WBC 12,400; w:WBC n:12,400",
                "1,2,3; n:1 s:, n:2 s:, n:3",
                "1. No; n:1 s:. w:No",
                "72-year-old; n:72 s:- w:year s:- w:old",
                "A/P:; w:A s:/ w:P s::",
                "120/80; n:120 s:/ n:80",
                "Ménière’s; w:Ménière’s",
                "37.5°C; n:37.5 s:° w:C",
                "2nd; w:2nd",
                "😀x; s:😀 w:x",
            })
    void cutsClinicalText(String text, String expected) {
        assertThat(render(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("ai.meddoc.text.RandomTexts#any")
    void coversEverythingButWhiteSpaceInOrder(String text) {
        List<Token> tokens = tokenizer.tokenize(text);
        int last = 0;
        for (Token token : tokens) {
            assertThat(token.start()).isGreaterThanOrEqualTo(last);
            assertThat(token.end()).isGreaterThan(token.start());
            assertThat(text.substring(last, token.start())
                            .strip()
                            .replaceAll("[\\h\\v\\s\u200b\ufeff\\p{Z}\\p{Cntrl}]", ""))
                    .isEmpty();
            last = token.end();
        }
    }

    private String render(String text) {
        return tokenizer.tokenize(text).stream()
                .map(t -> t.kind().name().toLowerCase(java.util.Locale.ROOT).charAt(0) + ":"
                        + t.span().of(text))
                .collect(Collectors.joining(" "));
    }
}
