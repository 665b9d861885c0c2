package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Emergency access of whoever signed in. */
@Path("/session/emergency")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class EmergencyResource {

    private final EmergencyAccess emergency;

    EmergencyResource(EmergencyAccess emergency) {
        this.emergency = emergency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public EmergencyReply begin(@Nullable EmergencyRequest body, @Context RoutingContext context) {
        EmergencyAccess.Grant grant = emergency.begin(
                Caller.of(context), body == null ? null : body.reason(), AuditEntry.of(context, Action.BREAK_GLASS));
        return new EmergencyReply(grant.until());
    }

    @DELETE
    public void end(@Context RoutingContext context) {
        emergency.end(Caller.of(context), AuditEntry.of(context, Action.BREAK_GLASS));
    }
}
