package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.sealing.SealedColumns;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document's legal hold, placed and lifted by administrators; while it is there nobody deletes the document. */
@Path("/documents/{id}/hold")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class HoldResource {

    private static final int LEAST_REASON = 3;
    private static final int MOST_REASON = 500;

    private final AuditTrail trail;
    private final SealedColumns columns;
    private final InstantSource clock;

    HoldResource(AuditTrail trail, SealedColumns columns, InstantSource clock) {
        this.trail = trail;
        this.columns = columns;
        this.clock = clock;
    }

    @POST
    public HoldJson place(@PathParam("id") long id, @Nullable HoldRequest body, @Context RoutingContext context) {
        Caller caller = Caller.of(context);
        HoldJson hold = new HoldJson(id, reason(body), caller.actor().name(), clock.instant());
        return trail.disclose(
                        AuditEntry.of(context, Action.UPDATE).about(id).detail("hold placed"),
                        connection -> HoldRows.place(connection, columns, hold, caller.tenant()),
                        (entry, placed) -> entry)
                .orElseThrow(() -> DocumentResource.unknown(id));
    }

    @DELETE
    public void lift(@PathParam("id") long id, @Context RoutingContext context) {
        String tenant = Caller.of(context).tenant();
        Optional<HoldJson> lifted = trail.disclose(
                AuditEntry.of(context, Action.UPDATE).about(id).detail("hold lifted"),
                connection -> HoldRows.lift(connection, id, tenant),
                (entry, found) -> entry);
        if (lifted.isEmpty()) {
            throw ProblemException.notFound("There is no hold on a document " + id + ".");
        }
    }

    private static String reason(@Nullable HoldRequest body) {
        String reason =
                body == null || body.reason() == null ? "" : body.reason().strip();
        if (reason.length() < LEAST_REASON || reason.length() > MOST_REASON || !isText(reason)) {
            throw ProblemException.malformed(
                    "reason must say in " + LEAST_REASON + " to " + MOST_REASON + " characters why it is held.");
        }
        return reason;
    }

    /** What every database takes: no control character, no half of a pair. */
    private static boolean isText(String reason) {
        return reason.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
