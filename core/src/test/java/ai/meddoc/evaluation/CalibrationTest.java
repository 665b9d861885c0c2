package ai.meddoc.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.meddoc.evaluation.Calibration.Outcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationTest {

    @Test
    void findsNoErrorWhereConfidenceIsTheShareThatIsRight() {
        List<Outcome> outcomes = Collections.nCopies(20, new Outcome(1, true));
        assertThat(Calibration.error(outcomes)).hasValue(0);
    }

    @Test
    void measuresOverconfidence() {
        assertThat(Calibration.error(Collections.nCopies(30, new Outcome(0.9, false))))
                .hasValue(0.9);
    }

    @Test
    void drawsOnePointPerThreshold() {
        List<Outcome> outcomes = List.of(new Outcome(0.5, false), new Outcome(0.9, true), new Outcome(0.5, true));
        List<Calibration.Point> curve = Calibration.curve(outcomes, 4);
        assertThat(curve).hasSize(2);
        assertThat(curve.getFirst()).isEqualTo(new Calibration.Point(0.9, 1, 0.25));
        assertThat(curve.getLast().precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(curve.getLast().recall()).isEqualTo(0.5);
    }
}
