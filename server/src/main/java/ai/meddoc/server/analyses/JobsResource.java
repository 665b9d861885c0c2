package ai.meddoc.server.analyses;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All jobs; those that failed are the dead letters. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class JobsResource {

    private static final Set<String> STATES = Set.of("queued", "running", "done", "failed", "cancelled");
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final AuditTrail trail;

    JobsResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    public List<JobJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit,
            @Context RoutingContext context) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.malformed("state must be one of queued, running, done, failed, cancelled.");
        }
        long smaller = Objects.requireNonNullElse(Numbers.positive(before, "before"), Long.MAX_VALUE);
        int most = Numbers.upTo(MOST, limit, "limit", USUAL);
        String tenant = Caller.of(context).tenant();
        return trail.disclose(
                        AuditEntry.of(context, Action.LIST),
                        connection -> Optional.of(JobRows.list(connection, tenant, state, smaller, most)),
                        (entry, found) -> entry.detail("jobs " + ids(found)))
                .orElseThrow();
    }

    private static String ids(List<JobJson> shown) {
        return shown.stream().map(job -> String.valueOf(job.id())).collect(Collectors.joining(","));
    }
}
