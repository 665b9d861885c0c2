package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/**
 * The interval of normal values, in the result's unit, both ends inclusive.
 *
 * @param low null when the range has no lower end ("&lt; 5")
 * @param high null when the range has no upper end ("&gt; 60")
 */
public record ReferenceRange(@Nullable Double low, @Nullable Double high) {

    public LabFlag flag(double value) {
        if (low != null && value < low) {
            return LabFlag.LOW;
        }
        return high != null && value > high ? LabFlag.HIGH : LabFlag.NORMAL;
    }
}
