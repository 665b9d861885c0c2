package ai.meddoc.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code analytes.tsv}. Stateless. */
final class AnalyteRow {

    private AnalyteRow() {}

    static Analyte read(List<String> row) {
        Map<String, Double> factors = new HashMap<>();
        String[] units = row.get(2).split(";");
        for (String unit : units) {
            int equals = unit.indexOf('=');
            String name = equals < 0 ? unit : unit.substring(0, equals);
            double factor = equals < 0 ? 1 : Double.parseDouble(unit.substring(equals + 1));
            factors.put(name.equals("-") ? "" : Units.canonical(name), factor);
        }
        String ranges = row.get(3);
        ReferenceRange plausible = range(row.get(5));
        return new Analyte(
                row.get(0),
                row.get(1),
                units[0].equals("-") ? "" : units[0],
                Map.copyOf(factors),
                range(of(ranges, 'M')),
                range(of(ranges, 'F')),
                range(row.get(4)),
                plausible == null ? new ReferenceRange(null, null) : plausible);
    }

    private static String of(String ranges, char sex) {
        if (ranges.charAt(0) != 'M' && ranges.charAt(0) != 'F') {
            return ranges;
        }
        for (String part : ranges.split(",")) {
            if (part.charAt(0) == sex) {
                return part.substring(2);
            }
        }
        return "-";
    }

    private static @Nullable ReferenceRange range(String text) {
        if (text.equals("-")) {
            return null;
        }
        int dots = text.indexOf("..");
        return new ReferenceRange(number(text.substring(0, dots)), number(text.substring(dots + 2)));
    }

    private static @Nullable Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
