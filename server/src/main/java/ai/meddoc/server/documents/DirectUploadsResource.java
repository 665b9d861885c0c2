package ai.meddoc.server.documents;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Uploads past this server, into the bucket: announced, then completed. */
@Path("/direct-uploads")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DirectUploadsResource {

    private final DirectUploads direct;
    private final Uploads uploads;

    DirectUploadsResource(DirectUploads direct, Uploads uploads) {
        this.direct = direct;
        this.uploads = uploads;
    }

    @POST
    public Response announce(@Nullable DirectUploadRequest body, @Context RoutingContext context) throws IOException {
        DirectUploadReply reply = direct.announce(body, AuditEntry.of(context, Action.CREATE));
        return Response.status(Response.Status.CREATED).entity(reply).build();
    }

    @POST
    @Path("{id}/complete")
    public Response complete(
            @PathParam("id") long id, @HeaderParam("Prefer") @Nullable String prefer, @Context RoutingContext context)
            throws IOException {
        Intake.Kept kept = direct.complete(id, AuditEntry.of(context, Action.CREATE));
        return DocumentsResource.answer(
                uploads.answer(kept, true, DocumentsResource.isAsync(prefer), context), context);
    }
}
