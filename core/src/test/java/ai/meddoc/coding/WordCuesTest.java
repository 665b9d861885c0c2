package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordCuesTest {

    @ParameterizedTest
    @CsvSource({
        "TREATED, continue metformin, true",
        "TREATED, discontinue metformin, false",
        "TREATED, continu, false",
        "TREATED, on insulin, true",
        "TREATED, on examination, false",
        "TREATED, blood pressure at goal, true",
        "TREATED, a stablemate, false",
        "PAST, seen in 1998, true",
        "PAST, room 2998, false",
        "PAST, s/p repair, true",
        "PAST, years older, false",
        "PAST, 64 years old, true",
        "BEGUN_OR_ENDED, lisinopril d/c by cardiology, true",
        "BEGUN_OR_ENDED, herniated disc, false",
        "SIDE, pain of the left knee, true",
        "SIDE, leftover, false"
    })
    void tells_what_is_said(WordCues.Kind kind, String text, boolean said) {
        assertThat(WordCues.load().saidIn(text).contains(kind)).isEqualTo(said);
    }
}
