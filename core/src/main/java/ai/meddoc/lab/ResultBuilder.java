package ai.meddoc.lab;

import ai.meddoc.lab.LabResult.FlagSource;
import ai.meddoc.text.Span;
import org.jspecify.annotations.Nullable;

/** Turns a reading into a result: analyte, range, flag and who says so, critical. One document, one thread. */
final class ResultBuilder {

    private final CharSequence text;
    private final AnalyteTable table;
    private final Patient patient;

    ResultBuilder(CharSequence text, AnalyteTable table, Patient patient) {
        this.text = text;
        this.table = table;
        this.patient = patient;
    }

    LabResult build(Draft draft) {
        NumberToken value = draft.value();
        String unit = draft.unit(text);
        Analyte analyte = table.resolve(draft, text);
        Double factor = analyte == null ? null : analyte.factorFor(unit, value.value());
        ReferenceRange printed = printed(draft);
        FlagToken token = draft.flag;
        LabFlag reported = token == null ? null : token.flag();
        boolean needed = printed == null && (reported == null || reported == LabFlag.ABNORMAL);
        ReferenceRange ours =
                !needed || analyte == null || factor == null ? null : scaled(analyte.range(patient.sex()), factor);
        ReferenceRange used = printed != null ? printed : reported == null ? ours : null;
        LabFlag flag =
                reported == null ? flag(used, value) : direction(reported, printed == null ? ours : printed, value);
        boolean abnormal = flag != null && flag != LabFlag.NORMAL;
        boolean critical = abnormal
                && (token != null && token.critical()
                        || analyte != null && factor != null && analyte.isCritical(value.value() * factor));
        return new LabResult(
                draft.name,
                analyte == null ? null : analyte.name(),
                analyte == null ? null : analyte.loinc(),
                value.value(),
                value.comparator(),
                text.subSequence(value.start(), value.end()).toString(),
                unit,
                used,
                flag,
                source(reported, printed, flag),
                critical,
                draft.span(),
                new Span(value.start(), value.end()));
    }

    private static @Nullable ReferenceRange printed(Draft draft) {
        RangeToken token = draft.range;
        ReferenceRange range = token == null ? null : token.range();
        return range == null || range.low() == null && range.high() == null ? null : range;
    }

    private static FlagSource source(
            @Nullable LabFlag reported, @Nullable ReferenceRange printed, @Nullable LabFlag flag) {
        if (reported != null) {
            return FlagSource.REPORT;
        }
        return flag == null ? FlagSource.NONE : printed != null ? FlagSource.REPORT_RANGE : FlagSource.OUR_RANGE;
    }

    /** "ABNORMAL", "*" and "CRITICAL" say no direction; the range does. */
    private static LabFlag direction(LabFlag reported, @Nullable ReferenceRange range, NumberToken value) {
        if (reported != LabFlag.ABNORMAL) {
            return reported;
        }
        LabFlag computed = flag(range, value);
        return computed == null || computed == LabFlag.NORMAL ? reported : computed;
    }

    /** With a comparator only what is certain: "&lt; 0.5" is not known to be normal when 0.6 is the lower end's side. */
    private static @Nullable LabFlag flag(@Nullable ReferenceRange range, NumberToken value) {
        if (range == null) {
            return null;
        }
        Double low = range.low();
        Double high = range.high();
        if (value.comparator().startsWith("<")) {
            boolean below = low != null && value.value() <= low;
            return below ? LabFlag.LOW : low == null && (high == null || value.value() <= high) ? LabFlag.NORMAL : null;
        }
        if (value.comparator().startsWith(">")) {
            boolean above = high != null && value.value() >= high;
            return above ? LabFlag.HIGH : high == null && (low == null || value.value() >= low) ? LabFlag.NORMAL : null;
        }
        return range.flag(value.value());
    }

    private static @Nullable ReferenceRange scaled(@Nullable ReferenceRange range, double factor) {
        if (range == null || factor == 1) {
            return range;
        }
        return new ReferenceRange(scaled(range.low(), factor), scaled(range.high(), factor));
    }

    /** Rounded to four digits: a converted limit is no more exact than that. */
    private static @Nullable Double scaled(@Nullable Double bound, double factor) {
        if (bound == null || bound == 0) {
            return bound;
        }
        double converted = bound / factor;
        double unit = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(converted))));
        return Math.round(converted * unit) / unit;
    }
}
