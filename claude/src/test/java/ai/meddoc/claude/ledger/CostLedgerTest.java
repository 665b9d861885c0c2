package ai.meddoc.claude.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.claude.model.TokenPrices;
import ai.meddoc.engine.EngineException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class CostLedgerTest {

    private static final ModelRegistry REGISTRY = ModelRegistry.load();
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @RepeatedTest(200)
    void the_sum_is_usage_times_price(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CallCost> told = new ArrayList<>();
        CostLedger ledger = new CostLedger(told::add);
        BigDecimal dollars = BigDecimal.ZERO;
        int calls = random.nextInt(40);
        for (int i = 0; i < calls; i++) {
            CallCost cost = cost(random, NOON.plusSeconds(random.nextInt(200_000) - 100_000));
            ledger.add(cost);
            dollars = dollars.add(exactDollars(cost));
        }
        assertThat(BigDecimal.valueOf(ledger.nanoDollars(), 9)).isEqualByComparingTo(dollars);
        assertThat(told.stream().mapToLong(CallCost::nanoDollars).sum()).isEqualTo(ledger.nanoDollars());
        long micro = told.stream().mapToLong(CallCost::microDollars).sum();
        assertThat(micro - ledger.microDollars()).isBetween(0L, (long) calls);
        assertThat(byDays(told, ledger)).isEqualTo(ledger.nanoDollars());
    }

    /** By another way than the code's: dollars for a million tokens, as price lists print them. */
    private static BigDecimal exactDollars(CallCost cost) {
        TokenUsage u = cost.usage();
        TokenPrices p = cost.prices();
        return perMillion(u.input(), p.input())
                .add(perMillion(u.write5Minutes(), p.write5Minutes()))
                .add(perMillion(u.write1Hour(), p.write1Hour()))
                .add(perMillion(u.read(), p.read()))
                .add(perMillion(u.output(), p.output()));
    }

    private static BigDecimal perMillion(long tokens, long nanoDollarsPerToken) {
        BigDecimal dollarsPerMillion = BigDecimal.valueOf(nanoDollarsPerToken, 3);
        return dollarsPerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }

    private static long byDays(List<CallCost> costs, CostLedger ledger) {
        return costs.stream()
                .map(c -> LocalDate.ofInstant(c.at(), ZoneOffset.UTC))
                .distinct()
                .mapToLong(ledger::nanoDollarsOn)
                .sum();
    }

    private static CallCost cost(Random random, Instant at) {
        String model = REGISTRY.all().get(random.nextInt(REGISTRY.all().size())).id();
        TokenUsage usage = new TokenUsage(
                random.nextInt(200_000),
                random.nextInt(10_000),
                random.nextInt(10_000),
                random.nextInt(10_000),
                random.nextInt(8_000));
        return new CallCost(
                at,
                "t" + random.nextInt(3),
                "d" + random.nextInt(5),
                model,
                usage,
                REGISTRY.pricesOf(model, DAY),
                false);
    }

    @Test
    void prices_change_on_their_day() {
        assertThat(REGISTRY.pricesOf("claude-sonnet-4-5", DAY).input()).isEqualTo(3000);
        assertThat(REGISTRY.pricesOf("claude-sonnet-5-5", DAY).output()).isEqualTo(10_000);
        assertThat(REGISTRY.pricesOf("a-model-of-tomorrow", DAY).output()).isEqualTo(25_000);
    }

    @Test
    void a_budget_stops_before_the_call_that_would_pass_it() {
        CostLedger ledger = new CostLedger();
        Budget budget = new Budget(new Budget.Limits(1_000, 3_000, 2_000), ledger);
        assertSpent(() -> budget.hold("a", DAY, 0, 1_000_001));
        assertSpent(() -> budget.hold("a", DAY, 600_000, 500_000));
        Budget.Hold first = budget.hold("a", DAY, 0, 900_000);
        Budget.Hold second = budget.hold("a", DAY, 0, 900_000);
        assertSpent(() -> budget.hold("a", DAY, 0, 900_000));
        Budget.Hold other = budget.hold("b", DAY, 0, 900_000);
        assertSpent(() -> budget.hold("c", DAY, 0, 900_000));
        first.close();
        first.close();
        budget.hold("a", DAY, 0, 900_000).close();
        second.close();
        other.close();
    }

    @Test
    void many_threads_never_pass_a_budget_together() throws Exception {
        Budget budget = new Budget(new Budget.Limits(1_000, 10_000, 10_000), new CostLedger());
        AtomicInteger admitted = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                threads.submit(() -> {
                    budget.hold("t", DAY, 0, 1_000_000);
                    admitted.incrementAndGet();
                    return null;
                });
            }
        }
        assertThat(admitted).hasValue(10);
    }

    private static void assertSpent(Runnable hold) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(hold::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.BUDGET_SPENT));
    }
}
