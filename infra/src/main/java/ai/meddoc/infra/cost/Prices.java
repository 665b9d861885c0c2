package ai.meddoc.infra.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dated table of prices, {@code prices.tsv}. Immutable. */
final class Prices {

    private final List<Price> all;
    private final Map<String, Price> byId;

    private Prices(List<Price> all) {
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(Price::id, Function.identity()));
    }

    /**
     * One price in US dollars.
     *
     * @param unit what one of it is
     * @param asOf year and month in which the vendor asked it
     */
    record Price(String id, double usd, String unit, String asOf, String where) {}

    static Prices read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Prices.class.getResourceAsStream("prices.tsv")), StandardCharsets.UTF_8))) {
            return new Prices(in.lines().skip(1).map(Prices::price).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double usd(String id) {
        Price price = byId.get(id);
        if (price == null) {
            throw new IllegalArgumentException("no price " + id);
        }
        return price.usd();
    }

    List<Price> all() {
        return all;
    }

    private static Price price(String line) {
        String[] cells = line.split("\t", -1);
        return new Price(cells[0], Double.parseDouble(cells[1]), cells[2], cells[3], cells[4]);
    }
}
