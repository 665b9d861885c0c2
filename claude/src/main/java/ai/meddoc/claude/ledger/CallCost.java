package ai.meddoc.claude.ledger;

import ai.meddoc.claude.model.TokenPrices;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of the ledger: one call that was billed, or may have been.
 *
 * @param tenant who pays; never a person's name
 * @param document the caller's opaque key of the document
 * @param prices in force on the day of the call
 * @param estimated no reply told the usage: it is the most that the call can have used
 */
public record CallCost(
        Instant at,
        String tenant,
        String document,
        String model,
        TokenUsage usage,
        TokenPrices prices,
        boolean estimated) {

    private static final long NANO_PER_MICRO = 1000;

    public CallCost {
        Objects.requireNonNull(at);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(document);
        Objects.requireNonNull(model);
        Objects.requireNonNull(usage);
        Objects.requireNonNull(prices);
    }

    /** Exact. */
    public long nanoDollars() {
        return usage.nanoDollars(prices);
    }

    /** Millionths of a dollar, a fraction counted as a whole one. */
    public long microDollars() {
        return toMicro(nanoDollars());
    }

    /** Millionths of a dollar for exact nano-dollars, a fraction counted as a whole one. */
    public static long toMicro(long nanoDollars) {
        return Math.ceilDiv(nanoDollars, NANO_PER_MICRO);
    }
}
