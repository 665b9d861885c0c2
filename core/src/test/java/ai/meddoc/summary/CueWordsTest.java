package ai.meddoc.summary;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.DocumentText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CueWordsTest {

    private static final String CHARACTERS = "aB1.- %'\u00e9\u00b2\ud83d\ude00";

    private static final CueWords CUES = CueWords.load();

    private static Said read(String text) {
        return CUES.read(DocumentText.of(text), 0, text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Follow-up in 2 weeks.        | follow,up,in,2,weeks
            EF 55.5% (normal)            | ef,55.5%,normal
            p.o. b.i.d., don't           | p,o,b,i,d,don't
            1. Hypertension              | 1,hypertension
            """)
    void parts_words(String text, String words) {
        assertThat(read(text).words()).containsExactly(words.split(",", -1));
    }

    @Test
    void counts_what_words_tell() {
        Said said = read("Continue metformin; no change. Test was negative.");
        assertThat(said.has(Cue.ORDER)).isTrue();
        assertThat(said.count(Cue.TESTED)).isEqualTo(1);
        assertThat(said.denies()).isTrue();
        assertThat(said.has(Cue.CREDENTIAL)).isFalse();
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
            List<String> defined = Arrays.stream(
                            text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}.%']+|(?<![0-9])\\.|\\.(?![0-9])", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
            assertThat(read(text).words()).as("attempt %d", i).isEqualTo(defined);
        }
    }
}
