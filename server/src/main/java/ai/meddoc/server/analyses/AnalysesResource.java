package ai.meddoc.server.analyses;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.gate.Prefix;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.repeats.IdempotencyKey;
import ai.meddoc.server.sealing.SealedColumns;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs on one document: asked for, listed, looked at, compared. Each answer leaves a row in the audit trail. */
@Path("/documents/{id}/analyses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AnalysesResource {

    private final Reruns reruns;
    private final Comparison comparison;
    private final SealedColumns columns;
    private final AuditTrail trail;

    AnalysesResource(Reruns reruns, Comparison comparison, SealedColumns columns, AuditTrail trail) {
        this.reruns = reruns;
        this.comparison = comparison;
        this.columns = columns;
        this.trail = trail;
    }

    @POST
    public Response analyze(
            @PathParam("id") long id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable AnalyzeRequest body,
            @Context RoutingContext context) {
        IdempotencyKey name = IdempotencyKey.of(key, Caller.of(context).tenant());
        JobJson job = reruns.order(id, body, name, AuditEntry.of(context, Action.ANALYZE))
                .orElseThrow(() -> unknown(id));
        return Response.accepted(job)
                .header(HttpHeaders.LOCATION, Prefix.of(context) + "/jobs/" + job.id())
                .build();
    }

    @GET
    public List<AnalysisVersion> list(@PathParam("id") long id, @Context RoutingContext context) {
        return trail.disclose(
                        AuditEntry.of(context, Action.READ).about(id),
                        connection -> AnalysisRows.list(
                                connection, id, Caller.of(context).tenant()),
                        (entry, found) -> entry.detail(found.size() + " versions"))
                .orElseThrow(() -> unknown(id));
    }

    @GET
    @Path("{version}")
    public AnalysisDetail get(
            @PathParam("id") long id, @PathParam("version") int version, @Context RoutingContext context) {
        return trail.disclose(
                        AuditEntry.of(context, Action.READ).about(id),
                        connection -> AnalysisRows.find(
                                connection, columns, id, Caller.of(context).tenant(), version),
                        (entry, found) -> entry.job(found.run().jobId()).showing(found.results()))
                .orElseThrow(() -> unknown(id, version));
    }

    @GET
    @Path("compare")
    public ComparisonReply compare(
            @PathParam("id") long id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context RoutingContext context)
            throws JsonProcessingException {
        int first = version(from, "from");
        int second = version(to, "to");
        String tenant = Caller.of(context).tenant();
        Two two = trail.disclose(
                        AuditEntry.of(context, Action.READ).about(id),
                        connection -> Two.of(
                                AnalysisRows.find(connection, columns, id, tenant, first),
                                AnalysisRows.find(connection, columns, id, tenant, second)),
                        (entry, found) -> entry.detail("versions " + first + " and " + second))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no document " + id + " with versions " + first + " and " + second + "."));
        return comparison.of(two.from(), two.to());
    }

    private record Two(AnalysisDetail from, AnalysisDetail to) {

        static Optional<Two> of(Optional<AnalysisDetail> from, Optional<AnalysisDetail> to) {
            return from.flatMap(one -> to.map(other -> new Two(one, other)));
        }
    }

    private static int version(@Nullable String value, String field) {
        if (value == null) {
            throw ProblemException.malformed(field + " is missing: say which version to compare.");
        }
        return Numbers.upTo(Integer.MAX_VALUE, value, field, 1);
    }

    private static ProblemException unknown(long id) {
        return ProblemException.notFound("There is no document " + id + ".");
    }

    private static ProblemException unknown(long id, int version) {
        return ProblemException.notFound("There is no document " + id + " with a version " + version + ".");
    }
}
