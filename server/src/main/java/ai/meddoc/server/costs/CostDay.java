package ai.meddoc.server.costs;

import java.time.LocalDate;

/**
 * What a tenant spent on one model on one day.
 *
 * @param day UTC
 * @param documents stored ones; texts that are not stored are calls only
 * @param estimatedCalls calls whose reply nobody got, counted as much as they can have cost
 * @param microDollars millionths of a US dollar
 */
record CostDay(
        LocalDate day,
        String model,
        long documents,
        long calls,
        long estimatedCalls,
        long inputTokens,
        long cacheWriteTokens,
        long cacheReadTokens,
        long outputTokens,
        long microDollars) {}
