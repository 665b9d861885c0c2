package ai.meddoc.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSetTest {

    private static final WordSet WORDS = WordSet.of("no", "not", "w/o", "kidney");

    @ParameterizedTest
    @CsvSource({
        "no, true",
        "NOT, true",
        "nor, false",
        "n, false",
        "W/O, true",
        "wo, false",
        "'', false",
        "\u212Aidney, true",
        "\u0130, false",
    })
    void holds_words_whatever_their_case(String word, boolean held) {
        assertThat(WORDS.has("(" + word + ")", 1, word.length() + 1)).isEqualTo(held);
    }

    @Test
    void takes_no_word_that_it_could_not_find() {
        assertThatIllegalArgumentException().isThrownBy(() -> WordSet.of("x".repeat(64)));
    }
}
