package ai.meddoc.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.meddoc.infra.DeploymentOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPageTest {

    private static final Prices PRICES = Prices.read();

    @Test
    void thePageIsWhatTheCommandWrites() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "cost.md")))
                .as("run infra/cost")
                .isEqualTo(CostPage.text());
    }

    @Test
    void theGuidesRowsDoNotAddUpToItsSum() {
        assertThat(GuideBill.sum()).isEqualTo(104.50);
    }

    /** By hand from the price pages. */
    @ParameterizedTest
    @CsvSource({
        "'Fargate, 2 tasks of 0.5 vCPU and 1 GB', 36.04",
        "'RDS db.t4g.medium, Multi-AZ, 20 GB', 98.77",
        "'NAT gateways (2), with public addresses', 73.23",
        "'Load balancer', 22.27",
    })
    void itemsAreWhatTheyCost(String name, double usd) {
        Bill bill = Bill.of(DeploymentOption.FARGATE, new Load(1_000, false), PRICES);
        assertThat(bill.items())
                .filteredOn(i -> i.name().equals(name))
                .singleElement()
                .satisfies(i -> assertThat(i.usd()).isCloseTo(usd, within(0.01)));
    }

    @Test
    void claudeCostsItsTokens() {
        for (DeploymentOption option : DeploymentOption.values()) {
            double without = Bill.of(option, new Load(100_000, false), PRICES).total();
            double with = Bill.of(option, new Load(100_000, true), PRICES).total();
            assertThat(with - without).isCloseTo(100_000 * (4_000 * 2.0 + 800 * 10.0) / 1e6, within(1.0));
        }
    }

    /** Thousandths of a dollar for a million tokens there. */
    @Test
    void claudesPricesAreThoseThatTheProgramCountsBy() throws IOException {
        Path list =
                Path.of("..", "claude", "src", "main", "resources", "ai", "meddoc", "claude", "model", "prices.tsv");
        String[] row = Files.readAllLines(list).stream()
                .filter(line -> line.startsWith("claude-sonnet-5-5\t"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .split("\t", -1);
        assertThat(PRICES.usd("claude-in") * 1_000).isEqualTo(Double.parseDouble(row[2]));
        assertThat(PRICES.usd("claude-out") * 1_000).isEqualTo(Double.parseDouble(row[6]));
    }

    @Test
    void everyPriceIsDated() {
        assertThat(PRICES.all()).allMatch(p -> p.asOf().matches("20\\d\\d-\\d\\d"));
    }
}
