package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.sealing.SealedColumns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** All legal holds of the administrator's own tenant. */
@Path("/holds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class HoldsResource {

    private final SealedColumns columns;
    private final AuditTrail trail;

    HoldsResource(SealedColumns columns, AuditTrail trail) {
        this.columns = columns;
        this.trail = trail;
    }

    @GET
    public List<HoldJson> list(@Context RoutingContext context) {
        String tenant = Caller.of(context).tenant();
        return trail.disclose(
                        AuditEntry.of(context, Action.LIST),
                        connection -> Optional.of(HoldRows.list(connection, columns, tenant)),
                        (entry, found) -> entry.detail(found.size() + " holds"))
                .orElseThrow();
    }
}
