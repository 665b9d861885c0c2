package ai.meddoc.claude.ledger;

import ai.meddoc.claude.model.TokenPrices;

/**
 * The tokens of one call as the reply's own {@code usage} counts them; no token is counted twice.
 *
 * @param input neither written to nor read from the cache
 */
public record TokenUsage(long input, long write5Minutes, long write1Hour, long read, long output) {

    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a count is negative */
    public TokenUsage {
        if (input < 0 || write5Minutes < 0 || write1Hour < 0 || read < 0 || output < 0) {
            throw new IllegalArgumentException("a negative token count");
        }
    }

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                Math.addExact(input, other.input),
                Math.addExact(write5Minutes, other.write5Minutes),
                Math.addExact(write1Hour, other.write1Hour),
                Math.addExact(read, other.read),
                Math.addExact(output, other.output));
    }

    /** Written to the server's cache, for however long. */
    public long written() {
        return write5Minutes + write1Hour;
    }

    /** Everything that went in, whatever its price. */
    public long allInput() {
        return input + write5Minutes + write1Hour + read;
    }

    /** Exact, in nano-dollars. */
    public long nanoDollars(TokenPrices prices) {
        long total = Math.multiplyExact(input, prices.input());
        total = Math.addExact(total, Math.multiplyExact(write5Minutes, prices.write5Minutes()));
        total = Math.addExact(total, Math.multiplyExact(write1Hour, prices.write1Hour()));
        total = Math.addExact(total, Math.multiplyExact(read, prices.read()));
        return Math.addExact(total, Math.multiplyExact(output, prices.output()));
    }
}
