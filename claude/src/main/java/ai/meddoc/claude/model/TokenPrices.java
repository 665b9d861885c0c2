package ai.meddoc.claude.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a model's tokens cost from a day on, in nano-dollars (10^-9 USD) a token: the unit in which every published price
 * is an integer.
 *
 * @param from the first day of these prices
 */
public record TokenPrices(LocalDate from, long input, long write5Minutes, long write1Hour, long read, long output) {

    public TokenPrices {
        Objects.requireNonNull(from);
        if (input < 0 || write5Minutes < 0 || write1Hour < 0 || read < 0 || output < 0) {
            throw new IllegalArgumentException("a price below zero");
        }
    }

    static TokenPrices parse(List<String> row) {
        return new TokenPrices(
                LocalDate.parse(row.get(1)),
                Long.parseLong(row.get(2)),
                Long.parseLong(row.get(3)),
                Long.parseLong(row.get(4)),
                Long.parseLong(row.get(5)),
                Long.parseLong(row.get(6)));
    }
}
