package ai.meddoc.claude;

import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.DocumentCost;
import ai.meddoc.engine.Analysis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An analysis, who gave it, and what it cost.
 *
 * @param model that was asked, or would have been
 * @param costs one line for each call that was billed or may have been, those of failed attempts included
 * @param retryAt when asking again may bring Claude's answer; null if it will not, and unless {@code source} is
 *     {@link Source#UNAVAILABLE}
 */
public record ClaudeAnswer(
        Analysis analysis,
        Source source,
        String model,
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
        Objects.requireNonNull(model);
        costs = List.copyOf(costs);
    }

    /** All calls together. */
    public DocumentCost cost() {
        return DocumentCost.of(model, costs);
    }
}
