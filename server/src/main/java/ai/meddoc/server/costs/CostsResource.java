package ai.meddoc.server.costs;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.problems.Dates;
import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Claude cost the caller's tenant. */
@Path("/costs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class CostsResource {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 400;

    private final CostRows rows;
    private final InstantSource clock;

    CostsResource(CostRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GET
    public CostsReply list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context RoutingContext context) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = Objects.requireNonNullElse(Dates.of(to, "to"), today);
        LocalDate first = Objects.requireNonNullElse(Dates.of(from, "from"), last.minusDays(USUAL_DAYS - 1));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.malformed("from must lie before to, at most " + MOST_DAYS + " days.");
        }
        String tenant = Caller.of(context).tenant();
        return CostsReply.of(tenant, first, last, rows.days(tenant, first, last));
    }
}
