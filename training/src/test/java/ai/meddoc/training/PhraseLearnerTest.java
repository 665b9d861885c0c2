package ai.meddoc.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.meddoc.mention.LearnedPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PhraseLearnerTest {

    /** Twelve documents say "stiff jaw" and have R51.9; all of these, and 188 others, say "patient seen". */
    private static List<PhraseDocument> documents() {
        List<PhraseDocument> documents = new ArrayList<>();
        for (int d = 0; d < 200; d++) {
            documents.add(
                    d < 12
                            ? new PhraseDocument(Set.of("stiff jaw", "stiff", "seen"), Set.of("R51.9"))
                            : new PhraseDocument(Set.of("seen"), Set.of(d < 20 ? "I10" : "R52")));
        }
        return documents;
    }

    @Test
    void learns_what_goes_with_a_code_beyond_chance_in_its_shortest_form() {
        assertThat(PhraseLearner.learn(documents(), code -> true))
                .containsExactly(new LearnedPhrase("stiff", "R51.9", 12, 12));
    }

    @Test
    void learns_no_code_that_is_not_in_force() {
        assertThat(PhraseLearner.learn(documents(), code -> !code.equals("R51.9")))
                .isEmpty();
    }

    @Test
    void the_tail_of_the_binomial_distribution() {
        assertThat(Binomial.logTail(0, 5, 0.5)).isCloseTo(0, within(1e-12));
        assertThat(Binomial.logTail(5, 5, 0.1)).isCloseTo(-5, within(1e-9));
        assertThat(Binomial.logTail(1, 2, 0.5)).isCloseTo(Math.log10(0.75), within(1e-12));
    }
}
