package ai.meddoc.server.access;

import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The first administrator. */
@Path("/setup")
@RunOnVirtualThread
public final class SetupResource {

    private final FirstAdministrator first;
    private final SessionReplies replies;

    SetupResource(FirstAdministrator first, SessionReplies replies) {
        this.first = first;
        this.replies = replies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public void setUp(@Nullable SetupRequest body, @Context RoutingContext context) {
        replies.requireLocalUsers();
        if (body == null) {
            throw ProblemException.malformed("token, user_name and password are missing.");
        }
        first.make(body, context);
    }
}
