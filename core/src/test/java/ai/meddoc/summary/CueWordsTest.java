package ai.meddoc.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CueWordsTest {

    private static final String CHARACTERS = "aB1.- %'\u00e9\u00b2\ud83d\ude00";

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Follow-up in 2 weeks.        | follow,up,in,2,weeks,
            EF 55.5% (normal)            | ef,55.5%,normal,
            p.o. b.i.d., don't           | p,o,,b,i,d,,don't
            1. Hypertension              | 1,,hypertension
            """)
    void parts_words(String text, String words) {
        assertThat(CueWords.of(text)).containsExactly(words.split(",", -1));
    }

    /** The definition, which takes too long to run on every sentence. */
    @Test
    void parts_words_as_defined() {
        Random random = new Random(20261125);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int n = random.nextInt(13); n > 0; n--) {
                made.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            String text = made.toString();
            String[] defined =
                    text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.%']+|(?<![0-9])\\.|\\.(?![0-9])", -1);
            assertThat(CueWords.of(text)).as("attempt %d", i).containsExactly(defined);
        }
    }
}
