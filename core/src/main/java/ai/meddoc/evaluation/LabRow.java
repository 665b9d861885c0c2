package ai.meddoc.evaluation;

import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A result row, of the gold or predicted.
 *
 * @param name as printed
 * @param value null when it is no number
 * @param flag {@code LOW}, {@code NORMAL}, {@code HIGH} or {@code ABNORMAL}; null when nobody can tell
 */
public record LabRow(
        String name,
        @Nullable Double value,
        @Nullable String unit,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String flag) {

    /** The start of a name decides, since reports cut names off. */
    private static final int NAME_START = 12;

    public LabRow {
        Objects.requireNonNull(name);
    }

    public static LabRow of(LabResult result) {
        LabFlag flag = result.flag();
        Double low = result.range() == null ? null : result.range().low();
        Double high = result.range() == null ? null : result.range().high();
        return new LabRow(result.name(), result.value(), result.unit(), low, high, flag == null ? null : flag.name());
    }

    boolean isSameTest(LabRow other) {
        String a = letters(name);
        String b = letters(other.name);
        return !a.isEmpty() && !b.isEmpty() && (a.startsWith(start(b)) || b.startsWith(start(a)));
    }

    boolean hasSameValue(LabRow gold) {
        return isClose(value, gold.value);
    }

    public boolean hasSameUnit(LabRow gold) {
        return plainUnit(unit).equals(plainUnit(gold.unit));
    }

    public boolean hasSameRange(LabRow gold) {
        return isClose(low, gold.low) && isClose(high, gold.high);
    }

    public boolean hasSameFlag(String gold) {
        String mine = flag == null || flag.isEmpty() ? "NORMAL" : flag;
        return initial(mine).equals(initial(gold));
    }

    private static String initial(String flag) {
        return flag.isEmpty() ? "" : flag.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private static boolean isClose(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
    }

    private static String plainUnit(@Nullable String unit) {
        String plain = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
        return plain.replace('\u00b5', 'u').replace('\u03bc', 'u').replace(" ", "");
    }

    private static String letters(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(LabRow::isAlphanumeric)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAlphanumeric(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static String start(String letters) {
        int length = Math.min(NAME_START, letters.codePointCount(0, letters.length()));
        return letters.substring(0, letters.offsetByCodePoints(0, length));
    }
}
