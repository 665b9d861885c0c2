package ai.meddoc.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds figures as Python's {@code round} does: of the exact binary value, ties to even. */
final class Rounded {

    private Rounded() {}

    static double toFour(double value) {
        return to(value, 4);
    }

    static double to(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }
}
