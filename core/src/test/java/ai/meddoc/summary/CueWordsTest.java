package ai.meddoc.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CueWordsTest {

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
    @Property(tries = 500)
    void parts_words_as_defined(
            @ForAll
                    @StringLength(max = 12)
                    @Chars({'a', 'B', '1', '.', '-', ' ', '%', '\'', 'é', '²', '\ud83d', '\ude00'})
                    String text) {
        String[] defined = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.%']+|(?<![0-9])\\.|\\.(?![0-9])", -1);
        assertThat(CueWords.of(text)).containsExactly(defined);
    }
}
