package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrecisionRecallTest {

    /** Expected figures computed by hand. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, 0.6667, 0.6667, 0.6667",
        "0, 0, 3, 0,      0,      0",
        "0, 4, 0, 0,      0,      0",
        "0, 0, 0, 0,      0,      0",
        "1, 0, 0, 1,      1,      1",
        "3, 1, 6, 0.75,   0.3333, 0.4615",
    })
    void roundsAfterComputing(int right, int wrong, int missed, double p, double r, double f1) {
        PrecisionRecall counts = new PrecisionRecall(right, wrong, missed);
        assertThat(counts.precision()).isEqualTo(p);
        assertThat(counts.recall()).isEqualTo(r);
        assertThat(counts.f1()).isEqualTo(f1);
    }

    @Test
    void comparesSets() {
        assertThat(PrecisionRecall.of(Set.of("a", "b", "c"), Set.of("b", "x"))).isEqualTo(new PrecisionRecall(1, 1, 2));
    }

    @Test
    void roundsTiesOfTheBinaryValueToEven() {
        assertThat(Rounded.to(0.125, 2)).isEqualTo(0.12);
        assertThat(Rounded.to(2.675, 2)).isEqualTo(2.67);
    }
}
