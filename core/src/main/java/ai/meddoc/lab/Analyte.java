package ai.meddoc.lab;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a laboratory measures.
 *
 * @param name the canonical name
 * @param loinc its LOINC code
 * @param unit the unit of ranges and limits, the empty string for a plain number
 * @param factors canonical unit to the factor that converts a value in it to {@code unit}
 * @param male our reference range for men, or null
 * @param female our reference range for women, or null
 * @param critical limits at or beyond which a laboratory telephones, or null
 * @param plausible what a value can be
 */
record Analyte(
        String name,
        String loinc,
        String unit,
        Map<String, Double> factors,
        @Nullable ReferenceRange male,
        @Nullable ReferenceRange female,
        @Nullable ReferenceRange critical,
        ReferenceRange plausible) {

    /** Our range for a sex; the range common to both sexes when it is unknown, or none when they differ in both ends. */
    @Nullable ReferenceRange range(Sex sex) {
        if (sex == Sex.MALE || male == null) {
            return male;
        }
        if (sex == Sex.FEMALE || female == null || male.equals(female)) {
            return female;
        }
        return widest(male, female);
    }

    /** What is abnormal for either sex is abnormal whoever the patient is. */
    private static ReferenceRange widest(ReferenceRange one, ReferenceRange other) {
        Double low = one.low() == null || other.low() == null ? null : (Double) Math.min(one.low(), other.low());
        Double high = one.high() == null || other.high() == null ? null : (Double) Math.max(one.high(), other.high());
        return new ReferenceRange(low, high);
    }

    /** The factor to our unit, or null when a unit is unknown to us for this analyte. */
    @Nullable Double factor(String printed) {
        return factors.get(Units.canonical(printed));
    }

    /**
     * The factor to our unit for a value, also when no unit is printed: our own unit if the value is plausible in it, else
     * one a thousand times smaller in which it is ("platelets 234,000"). Null when the value cannot be this analyte's.
     */
    @Nullable Double factorFor(String printed, double value) {
        Double known = factor(printed);
        if (known != null || !printed.isEmpty()) {
            return known;
        }
        if (isPlausible(value)) {
            return 1.0;
        }
        for (double factor : factors.values()) {
            if (factor <= 0.001 && isPlausible(value * factor)) {
                return factor;
            }
        }
        return null;
    }

    boolean isPlausible(double value) {
        return plausible.flag(value) == LabFlag.NORMAL;
    }

    boolean isCritical(double value) {
        if (critical == null) {
            return false;
        }
        Double low = critical.low();
        Double high = critical.high();
        return low != null && value <= low || high != null && value >= high;
    }
}
