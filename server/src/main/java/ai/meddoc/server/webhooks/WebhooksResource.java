package ai.meddoc.server.webhooks;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What receivers were told of the administrator's own tenant, and what was given up. */
@Path("/webhooks/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class WebhooksResource {

    private static final Set<String> STATES = Set.of("queued", "delivered", "failed");
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final WebhookRows rows;
    private final AuditTrail trail;
    private final InstantSource clock;

    WebhooksResource(WebhookRows rows, AuditTrail trail, InstantSource clock) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    @GET
    public List<DeliveryJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit,
            @Context RoutingContext context) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.malformed("state must be one of queued, delivered, failed.");
        }
        long smaller = Objects.requireNonNullElse(Numbers.positive(before, "before"), Long.MAX_VALUE);
        return rows.list(Caller.of(context).tenant(), state, smaller, Numbers.upTo(MOST, limit, "limit", USUAL));
    }

    /** For one that was given up. */
    @POST
    @Path("{id}/retry")
    public DeliveryJson retry(@PathParam("id") long id, @Context RoutingContext context) {
        String tenant = Caller.of(context).tenant();
        return trail.disclose(
                        AuditEntry.of(context, Action.ADMINISTER).detail("delivery " + id),
                        connection -> WebhookRows.retry(connection, id, tenant, clock.millis()),
                        (entry, found) -> entry)
                .orElseThrow(() -> ProblemException.notFound("There is no delivery " + id + " that was given up."));
    }
}
