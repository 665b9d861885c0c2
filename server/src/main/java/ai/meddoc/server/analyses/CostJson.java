package ai.meddoc.server.analyses;

import ai.meddoc.claude.ledger.DocumentCost;

/** What Claude cost for one document; tokens of the three kinds of input are counted once each. */
public record CostJson(
        String model,
        int calls,
        int estimatedCalls,
        long inputTokens,
        long cacheWriteTokens,
        long cacheReadTokens,
        long outputTokens,
        long microDollars) {

    static CostJson of(DocumentCost cost) {
        return new CostJson(
                cost.model(),
                cost.calls(),
                cost.estimatedCalls(),
                cost.usage().input(),
                cost.usage().written(),
                cost.usage().read(),
                cost.usage().output(),
                cost.microDollars());
    }
}
