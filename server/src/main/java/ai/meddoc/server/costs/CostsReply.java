package ai.meddoc.server.costs;

import java.time.LocalDate;
import java.util.List;

/** What a tenant spent from one day to another, both included: in all, and day by day. */
record CostsReply(
        String tenant,
        LocalDate from,
        LocalDate to,
        long calls,
        long estimatedCalls,
        long microDollars,
        List<CostDay> days) {

    static CostsReply of(String tenant, LocalDate from, LocalDate to, List<CostDay> days) {
        return new CostsReply(
                tenant,
                from,
                to,
                days.stream().mapToLong(CostDay::calls).sum(),
                days.stream().mapToLong(CostDay::estimatedCalls).sum(),
                days.stream().mapToLong(CostDay::microDollars).sum(),
                days);
    }
}
