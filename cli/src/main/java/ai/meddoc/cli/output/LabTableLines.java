package ai.meddoc.cli.output;

import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import ai.meddoc.lab.ReferenceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lab values in columns; the abnormal ones stand out. */
final class LabTableLines {

    private static final int LONGEST_NAME = 34;

    private final Style style;
    private final int width;

    LabTableLines(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    List<String> of(List<LabResult> results) {
        int room = Math.clamp(width - 40, 12, LONGEST_NAME);
        int name = 0;
        int value = 0;
        int unit = 0;
        for (LabResult lab : results) {
            name = Math.max(name, Math.min(room, lab.name().length()));
            value = Math.max(value, value(lab).length());
            unit = Math.max(unit, Math.min(14, lab.unit().length()));
        }
        List<String> lines = new ArrayList<>();
        for (LabResult lab : results) {
            lines.add(line(lab, name, value, unit));
        }
        return lines;
    }

    private String line(LabResult lab, int name, int value, int unit) {
        String start = "    " + Layout.padRight(Terminal.shortened(lab.name(), name), name) + "  ";
        String number = Layout.padLeft(value(lab), value);
        String flag = Layout.padRight(flag(lab), 2);
        String rest = "  " + Layout.padRight(Terminal.shortened(lab.unit(), unit), unit) + "  " + range(lab.range());
        if (lab.critical()) {
            return (start + style.alarm(number + " " + flag) + rest).stripTrailing() + "  " + style.alarm("CRITICAL");
        }
        String middle = number + " " + flag;
        return (start + (lab.isAbnormal() ? style.warning(middle) : middle) + rest).stripTrailing();
    }

    private static String value(LabResult lab) {
        return Terminal.printable(lab.comparator() + lab.valueText().replaceFirst("^[<>]=?\\s*", ""));
    }

    private static String flag(LabResult lab) {
        LabFlag flag = lab.flag();
        return switch (flag) {
            case null -> "";
            case LOW -> "L";
            case HIGH -> "H";
            case ABNORMAL -> "A";
            case NORMAL -> "";
        };
    }

    private static String range(@Nullable ReferenceRange range) {
        if (range == null) {
            return "";
        }
        Double low = range.low();
        Double high = range.high();
        if (low == null) {
            return high == null ? "" : "up to " + plain(high);
        }
        return high == null ? "from " + plain(low) : plain(low) + "\u2013" + plain(high);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
