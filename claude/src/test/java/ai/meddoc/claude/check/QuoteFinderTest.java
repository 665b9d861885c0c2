package ai.meddoc.claude.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuoteFinderTest {

    private static final String TEXT =
            "Denies chest pain.\r\nA/P: Type 2  diabetes\u00a0mellitus \u2013 patient\u2019s A1c 8.2 %.\n"
                    + "Chest pain on exertion; no evidence of pulmonary embolism. \ud83d\ude00 Fever.";

    private final QuoteFinder finder = new QuoteFinder(TEXT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Denies chest pain | Denies chest pain",
                "type 2 DIABETES mellitus | Type 2  diabetes\u00a0mellitus",
                "diabetes mellitus - patient's A1c 8.2 % | diabetes\u00a0mellitus \u2013 patient\u2019s A1c 8.2 %",
                "no evidence of pulmonry embolism | no evidence of pulmonary embolism",
                "Fever | Fever"
            })
    void finds_the_words_as_the_document_has_them(String quote, String expected) {
        assertThat(finder.find(quote))
                .singleElement()
                .satisfies(span -> assertThat(span.of(TEXT)).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bilateral pneumonia",
                "ever",
                "patient\u2019s A1c 8.3 %",
                "with evidence of pulmonary embolism",
                "''",
                "Type 2 diabetes mellitus on exertion"
            })
    void finds_nothing_that_is_not_there(String quote) {
        assertThat(finder.find(quote)).isEmpty();
    }

    @Test
    void gives_every_place_so_that_the_affirmed_one_can_count() {
        assertThat(finder.find("chest pain")).containsExactly(new Span(7, 17));
        assertThat(new QuoteFinder("chest pain, chest pain").find("chest pain")).hasSize(2);
        assertThat(new QuoteFinder("x".repeat(900)).find("x".repeat(400))).isEmpty();
    }

    @Test
    void is_quick_whatever_it_is_asked() {
        QuoteFinder large = new QuoteFinder("abcd efgh ".repeat(20_000));
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            large.find("zbcd efgi ".repeat(28) + i);
        }
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    }
}
