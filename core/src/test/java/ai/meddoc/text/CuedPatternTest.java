package ai.meddoc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CuedPatternTest {

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "flu shot given 3/4/2024, tdap declined; 39w1d, bmi 31.6 kg/m2",
            "Your cast was removed 6 weeks out from fracture\n\u00e9tat f\u00e9brile \ud83d\ude00b \u2019no\u2019 x",
            "no no, not taking it. on  lisinopril 10mg daily - allergic to penicillin",
            "aab abb ba \ud83d\ude00 \ud83d\ude00b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flu|tdap",
                "\\b(?:flu|influenza|td booster)\\b",
                "(\\b(?:ga|iup)\\b[^.]{0,25})?\\b(\\d{1,2})(?:\\s?(w)\\s?\\d\\s?d|[\\s-]?weeks?\\b)",
                "(?:weeks?|wks?)(?<=(?:\\d|one) (?:weeks?|wks?)) (?:out|after)",
                "^no\\b",
                "x$",
                "a*b",
                "a+b?",
                "a{0,2}b",
                "[^a]b",
                ".b",
                "[\\d-]+",
                "(?! )[a-f-]{2}",
                "(?=n)\\w+",
                "\\u00e9t",
                "\ud83d\ude00?b",
                "(?i)YOUR",
                "(a)\\1",
                "[a-z&&[^b]]b",
                "\\p{L}b",
                "\\Qa\\E",
                "",
                "(?m:^)\\W*[e\u00e9]",
                "(?<!x)\\bno",
                "(?:\\bo|l)[a-z]",
                "a?\\bb",
                "(?:\\b|a)b",
                "(?:\\ba)?b",
                "\\ba|b",
                "\\b\\w"
            })
    void findsWhatTheExpressionFinds(String regex) {
        for (Pattern pattern : List.of(Pattern.compile(regex), Pattern.compile(regex, Pattern.CASE_INSENSITIVE))) {
            CuedPattern cued = CuedPattern.of(pattern);
            for (String text : TEXTS) {
                assertThat(cued.isIn(text)).isEqualTo(pattern.matcher(text).find());
                for (int from = 0; from <= text.length(); from++) {
                    Matcher plain = pattern.matcher(text);
                    assertThat(found(cued.find(text, from))).isEqualTo(found(plain.find(from) ? plain : null));
                }
            }
        }
    }

    private static List<String> found(@Nullable Matcher m) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; m != null && i <= m.groupCount(); i++) {
            groups.add(m.start(i) + "-" + m.end(i));
        }
        return groups;
    }

    @Test
    void passesOverWhatCannotBegin() {
        FirstCharacters first = FirstCharacters.of(Pattern.compile("\\b(?:flu|hib|td booster)\\b"));

        assertThat(first.areAny()).isFalse();
        assertThat(first.next("followed by fluids", 0)).isEqualTo(12);
        assertThat(first.next("followed by fluids", 13)).isEqualTo(18);
        assertThat(first.next("inhibits hib", 0)).isEqualTo(9);
    }

    @Test
    void takesWhatMayMatchNothingForAny() {
        assertThat(FirstCharacters.of(Pattern.compile("a*")).areAny()).isTrue();
        assertThat(FirstCharacters.of(Pattern.compile("\\b")).areAny()).isTrue();
    }
}
