package ai.meddoc.claude.ledger;

import java.util.List;
import java.util.Objects;

/**
 * What one document cost.
 *
 * @param model that was asked
 * @param calls that were billed or may have been
 * @param estimatedCalls those of them whose reply nobody got: their tokens and price are the most that they can be
 * @param nanoDollars exact
 */
public record DocumentCost(String model, int calls, int estimatedCalls, TokenUsage usage, long nanoDollars) {

    public DocumentCost {
        Objects.requireNonNull(model);
        Objects.requireNonNull(usage);
    }

    public static DocumentCost of(String model, List<CallCost> costs) {
        return new DocumentCost(
                model,
                costs.size(),
                (int) costs.stream().filter(CallCost::estimated).count(),
                costs.stream().map(CallCost::usage).reduce(TokenUsage.NONE, TokenUsage::plus),
                costs.stream().mapToLong(CallCost::nanoDollars).sum());
    }

    /** Millionths of a dollar, a fraction counted as a whole one. */
    public long microDollars() {
        return CallCost.toMicro(nanoDollars);
    }
}
