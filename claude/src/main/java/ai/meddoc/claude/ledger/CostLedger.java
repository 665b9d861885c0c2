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
 * listener, which may keep it for good. Thread-safe.
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

    /** @param listener told of every line, in order, while the ledger is locked: it must be quick */
    public CostLedger(Consumer<CallCost> listener) {
        this.listener = listener;
    }

    public CostLedger() {
        this(cost -> {});
    }

    public synchronized void add(CallCost cost) {
        long nano = cost.nanoDollars();
        LocalDate day = LocalDate.ofInstant(cost.at(), ZoneOffset.UTC);
        nanoDollars = Math.addExact(nanoDollars, nano);
        calls++;
        byDay.merge(day, nano, Math::addExact);
        byTenantDay.merge(new TenantDay(cost.tenant(), day), nano, Math::addExact);
        latest.addLast(cost);
        if (latest.size() > LATEST) {
            latest.removeFirst();
        }
        listener.accept(cost);
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
