package ai.meddoc.claude.reply;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reply as read: right in its types, proven in nothing.
 *
 * @param type null when the reply has none
 * @param faults how many parts were left out because they had not the right shape
 */
public record ModelReply(
        @Nullable Type type, List<Code> codes, List<Declined> declined, List<Statement> summary, int faults) {

    public ModelReply {
        codes = List.copyOf(codes);
        declined = List.copyOf(declined);
        summary = List.copyOf(summary);
    }

    /** The document's type as the model puts it; {@code name} may be anything. */
    public record Type(String name, double confidence, String rationale, List<String> quotes) {
        public Type {
            Objects.requireNonNull(name);
            Objects.requireNonNull(rationale);
            quotes = List.copyOf(quotes);
        }
    }

    /** A proposed code; {@code code} may be anything. */
    public record Code(String code, double confidence, String rationale, List<String> quotes) {
        public Code {
            Objects.requireNonNull(code);
            Objects.requireNonNull(rationale);
            quotes = List.copyOf(quotes);
        }
    }

    /** A candidate that the model would not report. */
    public record Declined(String code, String reason) {
        public Declined {
            Objects.requireNonNull(code);
            Objects.requireNonNull(reason);
        }
    }

    /** A sentence of the summary. */
    public record Statement(String text, List<String> quotes) {
        public Statement {
            Objects.requireNonNull(text);
            quotes = List.copyOf(quotes);
        }
    }

    @Override
    public String toString() {
        return "ModelReply[" + codes.size() + " codes, " + summary.size() + " statements, " + faults + " faults]";
    }
}
