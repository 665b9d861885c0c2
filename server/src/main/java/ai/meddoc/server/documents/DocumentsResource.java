package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.gate.Prefix;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.repeats.IdempotencyKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Uploading and listing. */
@Path("/documents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DocumentsResource {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Uploads uploads;
    private final DocumentRows rows;
    private final AuditTrail trail;

    DocumentsResource(Uploads uploads, DocumentRows rows, AuditTrail trail) {
        this.uploads = uploads;
        this.rows = rows;
        this.trail = trail;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            UploadForm form,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context)
            throws IOException {
        String tenant = Caller.of(context).tenant();
        boolean async = isAsync(prefer);
        return answer(uploads.take(form, IdempotencyKey.of(key, tenant), async, context), context);
    }

    static boolean isAsync(@Nullable String prefer) {
        return prefer != null && prefer.contains("respond-async");
    }

    /** At once with the results, or with a job to poll. */
    static Response answer(UploadReply reply, RoutingContext context) {
        if (reply.processed() || reply.jobId() == null) {
            return Response.ok(reply).build();
        }
        return Response.accepted(reply)
                .header(HttpHeaders.LOCATION, Prefix.of(context) + "/jobs/" + reply.jobId())
                .build();
    }

    @GET
    public Response list(@Context UriInfo uri, @Context RoutingContext context) {
        var query = uri.getQueryParameters();
        int limit = Numbers.upTo(MOST, query.getFirst("limit"), "limit", USUAL);
        DocumentFilter filter = new DocumentFilter(Caller.of(context).tenant());
        filter.before(Numbers.positive(query.getFirst("before"), "before"));
        filter.nameContains(query.getFirst("q"));
        filter.type(query.getFirst("document_type"));
        filter.state(query.getFirst("state"));
        filter.days(query.getFirst("from"), query.getFirst("to"));
        List<DocumentItem> found = list(filter, limit + 1, AuditEntry.of(context, Action.LIST));
        PageLinks links = new PageLinks(Prefix.of(context) + "/documents", query);
        boolean more = found.size() > limit;
        List<DocumentItem> page = more ? found.subList(0, limit) : found;
        return Response.ok(page)
                .header(HttpHeaders.LINK, links.header(more ? page.getLast().id() : null))
                .build();
    }

    private List<DocumentItem> list(DocumentFilter filter, int limit, AuditEntry entry) {
        return trail.disclose(
                        entry,
                        connection -> Optional.of(rows.list(connection, filter, limit)),
                        (shown, found) -> shown.detail(ids(found)))
                .orElseThrow();
    }

    private static String ids(List<DocumentItem> shown) {
        return shown.stream().map(item -> String.valueOf(item.id())).collect(Collectors.joining(","));
    }
}
