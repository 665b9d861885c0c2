package ai.meddoc.lab;

import ai.meddoc.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One laboratory value as the report prints it.
 *
 * @param name the printed name, cut off where the report cuts it
 * @param analyte the canonical analyte name, such as {@code Hemoglobin}, or null when it is not known to us
 * @param loinc the LOINC code of the analyte, or null
 * @param value the number; for "&lt; 0.5" the bound, with {@code comparator}
 * @param comparator {@code "<"}, {@code ">"}, {@code "<="}, {@code ">="} or the empty string
 * @param valueText the value's own characters
 * @param unit as printed, the empty string when the report prints none
 * @param range the report's own range; else ours when {@code flagSource} is {@code OUR_RANGE}; else null
 * @param flag low, normal, high; null when it cannot be told
 * @param flagSource who says so
 * @param critical beyond the limits at which a laboratory telephones
 * @param span the row or clause that states the value; at most 300 characters
 * @param valueSpan the value's characters
 */
public record LabResult(
        String name,
        @Nullable String analyte,
        @Nullable String loinc,
        double value,
        String comparator,
        String valueText,
        String unit,
        @Nullable ReferenceRange range,
        @Nullable LabFlag flag,
        FlagSource flagSource,
        boolean critical,
        Span span,
        Span valueSpan) {

    /** Who says that a value is low, normal or high. */
    public enum FlagSource {
        /** The report's own flag. */
        REPORT,
        /** Computed from the range printed on the report. */
        REPORT_RANGE,
        /** Computed from our range for the analyte, since the report prints none. */
        OUR_RANGE,
        /** Nobody. */
        NONE
    }

    public LabResult {
        Objects.requireNonNull(name);
        Objects.requireNonNull(valueText);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(flagSource);
        Objects.requireNonNull(span);
        Objects.requireNonNull(valueSpan);
    }

    public boolean isAbnormal() {
        return flag != null && flag != LabFlag.NORMAL;
    }

    @Override
    public String toString() {
        return "LabResult[" + loinc + " at " + span + "]";
    }
}
