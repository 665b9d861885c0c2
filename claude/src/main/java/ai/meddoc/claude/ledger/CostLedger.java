package ai.meddoc.claude.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was spent since the start: exact totals by day and tenant, and the latest lines. Every line also goes to a
 * listener, which may keep it for good. What was spent before the start counts for its day once it is told. Thread-safe.
 */
public final class CostLedger {

    private static final int LATEST = 10_000;

    private final Consumer<CallCost> listener;
    private final Deque<CallCost> latest = new ArrayDeque<>();
    private final Map<LocalDate, Long> byDay = new HashMap<>();
    private final Map<TenantDay, Long> byTenantDay = new HashMap<>();
    private long nanoDollars;
    private long calls;

    private record TenantDay(String tenant, LocalDate day) {}

    /** @param listener told of every line by the thread that adds it, so by several at once */
    public CostLedger(Consumer<CallCost> listener) {
        this.listener = listener;
    }

    public CostLedger() {
        this(cost -> {});
    }

    public void add(CallCost cost) {
        enter(cost);
        listener.accept(cost);
    }

    private synchronized void enter(CallCost cost) {
        long nano = cost.nanoDollars();
        LocalDate day = LocalDate.ofInstant(cost.at(), ZoneOffset.UTC);
        nanoDollars = Math.addExact(nanoDollars, nano);
        calls++;
        count(cost.tenant(), day, nano);
        latest.addLast(cost);
        if (latest.size() > LATEST) {
            latest.removeFirst();
        }
    }

    /** Lets budgets count what was spent on a day before this ledger was begun. */
    public synchronized void spentBefore(String tenant, LocalDate day, long nano) {
        count(tenant, day, nano);
    }

    private void count(String tenant, LocalDate day, long nano) {
        byDay.merge(day, nano, Math::addExact);
        byTenantDay.merge(new TenantDay(tenant, day), nano, Math::addExact);
    }

    /** All calls together, exact. */
    public synchronized long nanoDollars() {
        return nanoDollars;
    }

    public synchronized long microDollars() {
        return CallCost.toMicro(nanoDollars);
    }

    public synchronized long calls() {
        return calls;
    }

    /** Of a UTC day, exact. */
    public synchronized long nanoDollarsOn(LocalDate day) {
        return byDay.getOrDefault(day, 0L);
    }

    public synchronized long nanoDollarsOf(String tenant, LocalDate day) {
        return byTenantDay.getOrDefault(new TenantDay(tenant, day), 0L);
    }

    /** The lines of one document among the latest {@value #LATEST}. */
    public synchronized List<CallCost> of(String document) {
        return latest.stream().filter(cost -> cost.document().equals(document)).toList();
    }

    public synchronized List<CallCost> latest() {
        return new ArrayList<>(latest);
    }
}
