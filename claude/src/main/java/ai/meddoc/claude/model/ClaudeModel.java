package ai.meddoc.claude.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A model as the registry knows it.
 *
 * @param lifecycle what {@code date} means
 * @param date the announced retirement, or the day before which the vendor will not retire it
 * @param thinking how to ask for an answer without thinking first
 * @param effort the effort to ask for, or {@code none} where the model refuses the setting
 * @param contextTokens the longest prompt with its answer
 * @param replacement the model to change to, or the empty string
 */
public record ClaudeModel(
        String id,
        Lifecycle lifecycle,
        LocalDate date,
        Thinking thinking,
        String effort,
        int contextTokens,
        String replacement) {

    /** What is known of a model's end. */
    public enum Lifecycle {
        RETIRES,
        NOT_BEFORE
    }

    /** What is sent so that a model answers without thinking first. */
    public enum Thinking {
        BETWEEN_TOOLS,
        DISABLED,
        /** Nothing is sent: the model does not think unless asked, or always thinks. */
        NONE
    }

    private static final int SOON_DAYS = 60;

    public ClaudeModel {
        Objects.requireNonNull(id);
        Objects.requireNonNull(lifecycle);
        Objects.requireNonNull(date);
        Objects.requireNonNull(thinking);
        Objects.requireNonNull(effort);
        Objects.requireNonNull(replacement);
    }

    static ClaudeModel parse(List<String> row) {
        return new ClaudeModel(
                row.get(0),
                row.get(2).equals("retires") ? Lifecycle.RETIRES : Lifecycle.NOT_BEFORE,
                LocalDate.parse(row.get(3)),
                switch (row.get(4)) {
                    case "between_tools" -> Thinking.BETWEEN_TOOLS;
                    case "disabled" -> Thinking.DISABLED;
                    default -> Thinking.NONE;
                },
                row.get(5),
                Integer.parseInt(row.get(6)),
                row.get(7));
    }

    /** Whether calls fail from this day on. */
    public boolean isRetired(LocalDate today) {
        return lifecycle == Lifecycle.RETIRES && !today.isBefore(date);
    }

    /** One sentence for the operator when the model's end is near or past; empty while it is far. */
    public Optional<String> warning(LocalDate today) {
        String change = replacement.isEmpty() ? "" : "; set CLAUDE_MODEL=" + replacement;
        if (isRetired(today)) {
            return Optional.of(id + " was retired on " + date + ": every call will fail" + change + ".");
        }
        if (lifecycle == Lifecycle.RETIRES && today.plusDays(SOON_DAYS).isAfter(date)) {
            return Optional.of(id + " retires on " + date + change + ".");
        }
        if (lifecycle == Lifecycle.NOT_BEFORE && !today.isBefore(date)) {
            return Optional.of(
                    id + " may be retired at short notice: the vendor's commitment ended on " + date + change + ".");
        }
        return Optional.empty();
    }
}
