package ai.meddoc.claude.ledger;

import ai.meddoc.engine.EngineException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Hard stops. Before a call its dearest outcome is set aside; after it the set-aside is released and the true cost stands
 * in the ledger. So calls under way count and no limit is passed, however many threads ask. Thread-safe.
 */
public final class Budget {

    /** Micro-dollars per document, per UTC day, and per tenant and UTC day. */
    public record Limits(long perDocument, long perDay, long perTenantDay) {

        /** @throws IllegalArgumentException if a limit is negative */
        public Limits {
            if (perDocument < 0 || perDay < 0 || perTenantDay < 0) {
                throw new IllegalArgumentException("a budget below zero");
            }
        }
    }

    private static final long NANO_PER_MICRO = 1000;

    private final Limits limits;
    private final CostLedger ledger;
    private final Map<String, Long> heldByTenant = new HashMap<>();
    private long held;

    public Budget(Limits limits, CostLedger ledger) {
        this.limits = limits;
        this.ledger = ledger;
    }

    /** What was set aside for one call; closing it releases the amount. */
    public final class Hold implements AutoCloseable {
        private final String tenant;
        private final long nanoDollars;
        private boolean open = true;

        private Hold(String tenant, long nanoDollars) {
            this.tenant = tenant;
            this.nanoDollars = nanoDollars;
        }

        /**
         * Before the call is made once more.
         *
         * @throws EngineException as {@link Budget#hold}
         */
        public void recheck(LocalDate day, long spentOnDocument) {
            synchronized (Budget.this) {
                check("document", limits.perDocument(), spentOnDocument + nanoDollars, false);
                checkDay(tenant, day, 0);
            }
        }

        @Override
        public void close() {
            synchronized (Budget.this) {
                if (open) {
                    open = false;
                    held -= nanoDollars;
                    heldByTenant.merge(tenant, -nanoDollars, Long::sum);
                }
            }
        }
    }

    /**
     * @param spentOnDocument what earlier calls for the same document cost, in nano-dollars
     * @param dearest the most that the call can cost, in nano-dollars
     * @throws EngineException with {@link EngineException.Reason#BUDGET_SPENT} if a limit would be passed; retryable if
     *     another day would help
     */
    public synchronized Hold hold(String tenant, LocalDate day, long spentOnDocument, long dearest) {
        check("document", limits.perDocument(), spentOnDocument + dearest, false);
        checkDay(tenant, day, dearest);
        held += dearest;
        heldByTenant.merge(tenant, dearest, Long::sum);
        return new Hold(tenant, dearest);
    }

    private void checkDay(String tenant, LocalDate day, long more) {
        long tenantHeld = heldByTenant.getOrDefault(tenant, 0L);
        check("day", limits.perDay(), ledger.nanoDollarsOn(day) + held + more, true);
        check("tenant and day", limits.perTenantDay(), ledger.nanoDollarsOf(tenant, day) + tenantHeld + more, true);
    }

    private static void check(String what, long limitMicro, long nano, boolean anotherDay) {
        if (nano > Math.multiplyExact(limitMicro, NANO_PER_MICRO)) {
            throw new EngineException(
                    EngineException.Reason.BUDGET_SPENT,
                    anotherDay,
                    "The budget per " + what + " of " + limitMicro + " micro-dollars would be passed.");
        }
    }
}
