package ai.meddoc.lab;

import ai.meddoc.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result while it is being read. Mutable, used by one thread, never leaves the package. */
final class Draft {

    private static final int LONGEST_SPAN = 300;

    final int start;
    final String name;
    private @Nullable NumberToken value;
    private int unitStart = -1;
    private int unitEnd = -1;

    /** What the name means with this unit and value, once it was looked up. */
    @Nullable Analyte analyte;

    boolean resolved;

    @Nullable RangeToken range;

    @Nullable FlagToken flag;

    private int end;
    /** Read from running text, so it yields to a table's row that says the same. */
    boolean prose;

    Draft(String name, int start) {
        this.name = name;
        this.start = start;
    }

    boolean hasValue() {
        return value != null;
    }

    NumberToken value() {
        return Objects.requireNonNull(value);
    }

    void value(NumberToken token) {
        value = token;
        end = Math.max(end, token.end());
    }

    boolean hasUnit() {
        return unitStart >= 0;
    }

    void unit(int from, int to) {
        unitStart = from;
        unitEnd = to;
        end = Math.max(end, to);
    }

    String unit(CharSequence text) {
        return unitStart < 0 ? "" : text.subSequence(unitStart, unitEnd).toString();
    }

    void range(RangeToken token) {
        range = token;
        end = Math.max(end, token.end());
    }

    void flag(FlagToken token) {
        flag = token;
        end = Math.max(end, token.end());
    }

    int end() {
        return end;
    }

    /** The whole row, or the part around the value where the row is too long to quote. */
    Span span() {
        int last = Math.max(end, value().end());
        if (last - start <= LONGEST_SPAN) {
            return new Span(Math.min(start, value().start()), last);
        }
        return new Span(value().start(), Math.min(last, value().start() + LONGEST_SPAN));
    }
}
