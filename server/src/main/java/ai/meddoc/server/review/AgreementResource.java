package ai.meddoc.server.review;

import ai.meddoc.server.access.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Where the tenant's coders and the engine disagree: counts of rules and categories, nothing of a document. */
@Path("/review/agreement")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AgreementResource {

    private final Reviews reviews;

    AgreementResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    public Agreement agreement(@Context RoutingContext context) {
        return reviews.agreement(Caller.of(context).tenant());
    }
}
