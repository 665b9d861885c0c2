package ai.meddoc.server.costs;

import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.CostLedger;
import ai.meddoc.server.database.DatabaseException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps every line of the ledger for good, so that budgets hold over a restart and the bill can be explained. Lines wait
 * here while the database is away. Thread-safe.
 */
@Singleton
public final class CostBook {

    private static final Logger LOG = Logger.getLogger("meddoc.costs");

    private final CostRows rows;
    private final InstantSource clock;
    private final List<CallCost> waiting = new ArrayList<>();

    CostBook(CostRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Lets the budgets count what was spent today before the server was started. */
    public void open(CostLedger ledger) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        rows.spentOn(today).forEach((tenant, nano) -> ledger.spentBefore(tenant, today, nano));
    }

    /** Writes a line, and those that wait. Never throws: the call was made, and its answer is worth having. */
    public synchronized void keep(CallCost cost) {
        waiting.add(cost);
        try {
            rows.insert(waiting);
            waiting.clear();
        } catch (DatabaseException e) {
            LOG.warnf("%d cost lines wait: the database is away (%s)", waiting.size(), e.reason());
        }
    }
}
