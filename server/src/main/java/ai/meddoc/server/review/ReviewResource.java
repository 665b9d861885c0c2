package ai.meddoc.server.review;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.review.Reviews.Asked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The review of one document: seen, decided on, finished, taken away. Each answer leaves a row in the audit trail. */
@Path("/documents/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ReviewResource {

    private final Reviews reviews;

    ReviewResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    public Response review(
            @PathParam("id") long id,
            @QueryParam("version") @Nullable String version,
            @Context RoutingContext context) {
        Asked asked = asked(id, Numbers.positive(version, "version"), Action.READ, context);
        return tagged(reviews.show(asked, ReviewReply::of).orElseThrow(() -> unknown(id)));
    }

    @POST
    @Path("decisions")
    public Response decide(@PathParam("id") long id, @Nullable DecisionRequest body, @Context RoutingContext context) {
        Asked asked = asked(id, null, Action.REVIEW, context);
        DecisionRequest request = body == null ? DecisionRequest.NOTHING : body;
        return tagged(reviews.decide(asked, request).orElseThrow(() -> unknown(id)));
    }

    @POST
    @Path("finish")
    public Response finish(@PathParam("id") long id, @Context RoutingContext context) {
        Asked asked = asked(id, null, Action.REVIEW, context);
        return tagged(reviews.finish(asked).orElseThrow(() -> unknown(id)));
    }

    @GET
    @Path("export")
    public Response export(
            @PathParam("id") long id,
            @QueryParam("version") @Nullable String version,
            @QueryParam("format") @Nullable String format,
            @Context RoutingContext context) {
        boolean csv = isCsv(format);
        Asked asked = asked(id, Numbers.positive(version, "version"), Action.EXPORT, context);
        FinalCodes codes = reviews.show(asked, FinalCodes::of).orElseThrow(() -> unknown(id));
        if (!csv) {
            return Response.ok(codes).build();
        }
        return Response.ok(CodesCsv.of(codes.codes()))
                .type("text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"codes-" + id + ".csv\"")
                .build();
    }

    private static boolean isCsv(@Nullable String format) {
        if (format == null || format.equals("json")) {
            return false;
        }
        if (format.equals("csv")) {
            return true;
        }
        throw ProblemException.malformed("format must be json or csv.");
    }

    private static Asked asked(long id, @Nullable Long version, Action action, RoutingContext context) {
        return new Asked(
                id,
                Caller.of(context).tenant(),
                version,
                context.request().getHeader(HttpHeaders.IF_MATCH),
                AuditEntry.of(context, action));
    }

    private static Response tagged(ReviewReply reply) {
        return Response.ok(reply).header(HttpHeaders.ETAG, reply.etag()).build();
    }

    private static ProblemException unknown(long id) {
        return ProblemException.notFound("There is no document " + id + ".");
    }
}
