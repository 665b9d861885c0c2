package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.text.RuleFile;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeSearchTest {
    private static final CodeSearch SEARCH = CodeSearch.of(Releases.BUNDLED);

    static Stream<Arguments> phrases() {
        return RuleFile.rows(CodeSearchTest.class, "search-phrases.tsv", 2).stream()
                .map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void ranksTheCodeOfAPhraseFirst(String phrase, String code) {
        assertThat(codes(phrase, 5)).first().isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subsequent encounter fracture of right clavicle | S42.001D
            sequela of burn of left hand                    | T23.002S
            open fracture left femur shaft                  | S72.302B
            pressure ulcer left heel stage 3                | L89.623
            dm2 w/ nephropathy                              | E11.21
            type 1 diabetic retinopathy                     | E10.319
            burn hand second degree                         | T23.209A
            covid pneumonia                                 | J12.82
            """)
    void takesDetailFromThePhraseAndDefaultsForTheRest(String phrase, String code) {
        assertThat(codes(phrase, 3)).first().isEqualTo(code);
    }

    @Test
    void aCodeListsItselfAndThoseBelow() {
        assertThat(codes("e114", 4)).containsExactly("E11.4", "E11.40", "E11.41", "E11.42");
        assertThat(codes("I10", 4)).containsExactly("I10");
        assertThat(codes("QA0.01", 2)).containsExactly("QA0.01", "QA0.010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "xyzzyq", "of the and", "(((", "\u0000", "Z99.99999", "🙂"})
    void findsNothingForWhatLeadsNowhere(String query) {
        assertThat(SEARCH.search(query, 5)).isEmpty();
    }

    @Test
    void whatIsDeniedIsNotFound() {
        assertThat(codes("nausea without vomiting", 1)).containsExactly("R11.0");
        assertThat(codes("vomiting without nausea", 1)).containsExactly("R11.11");
    }

    @Test
    void scoresFallAndEveryCodeComesOnce() {
        List<CodeMatch> matches = SEARCH.search("fracture of the left hip", 20);
        assertThat(matches).hasSize(20).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(matches).extracting(match -> match.code().code()).doesNotHaveDuplicates();
        assertThat(matches).allSatisfy(match -> assertThat(match.score()).isBetween(0.0, 1.0));
    }

    @Test
    void prefersBillableCodes() {
        assertThat(SEARCH.search("type 2 diabetes mellitus", 5))
                .allSatisfy(match -> assertThat(match.code().billable()).isTrue());
    }

    @Test
    void anAnswerNeedsAtLeastOneCode() {
        assertThatThrownBy(() -> SEARCH.search("asthma", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longQueriesAreCutNotRefused() {
        assertThat(codes("asthma ".repeat(10_000), 1)).containsExactly("J45.909");
    }

    @Test
    void findsEntriesOfTheAlphabeticIndex() {
        CodeSearch small = CodeSearch.of(Releases.small(LocalDate.of(2026, 4, 1)));
        assertThat(small.search("traumatic brain edema", 1).get(0).matchedTerm())
                .isEqualTo("Edema, edematous, brain, traumatic");
    }

    @Test
    void answersFast() {
        List<List<String>> rows = RuleFile.rows(CodeSearchTest.class, "search-phrases.tsv", 2);
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            rows.forEach(row -> SEARCH.search(row.get(0), 10));
            best = Math.min(best, (System.nanoTime() - start) / rows.size());
        }
        System.out.printf("a search takes %.2f ms%n", best / 1e6);
        assertThat(best).isLessThan(50_000_000L);
    }

    private static List<String> codes(String query, int limit) {
        return SEARCH.search(query, limit).stream()
                .map(match -> match.code().code())
                .toList();
    }
}
