package ai.meddoc.claude;

import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.engine.Analysis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An analysis, who gave it, and what it cost.
 *
 * @param costs one line for each billed call, those of a failed attempt included
 * @param retryAt when asking again may bring Claude's answer; null unless {@code source} is {@link Source#UNAVAILABLE}
 */
public record ClaudeAnswer(
        Analysis analysis,
        Source source,
        List<CallCost> costs,
        @Nullable Instant retryAt) {

    /** Who gave the analysis. */
    public enum Source {
        CLAUDE,
        /** The local engine, for Claude could not: an upgrade later makes sense. */
        UNAVAILABLE,
        /** The local engine, for the document may not leave the machine: it stays so. */
        KEPT_HERE
    }

    public ClaudeAnswer {
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(source);
        costs = List.copyOf(costs);
    }

    /** Exact, in nano-dollars. */
    public long nanoDollars() {
        return costs.stream().mapToLong(CallCost::nanoDollars).sum();
    }

    /** Millionths of a dollar. */
    public long microDollars() {
        return CallCost.toMicro(nanoDollars());
    }
}
