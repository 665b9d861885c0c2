package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.analyses.DocumentAnalyst;
import ai.meddoc.server.analyses.DocumentTextReply;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One document: its results, its bytes, its text. Each answer leaves a row in the audit trail. */
@Path("/documents/{id}")
@RunOnVirtualThread
public final class DocumentResource {

    private final DocumentRows rows;
    private final BlobStore blobs;
    private final DocumentAnalyst analyst;
    private final AuditTrail trail;

    DocumentResource(DocumentRows rows, BlobStore blobs, DocumentAnalyst analyst, AuditTrail trail) {
        this.rows = rows;
        this.blobs = blobs;
        this.analyst = analyst;
        this.trail = trail;
    }

    /** What a query finds for a tenant. */
    @FunctionalInterface
    private interface Finder<T> {
        Optional<T> find(Connection connection, long id, String tenant) throws SQLException;
    }

    /** What was found, and which job's results are in force with it. */
    private record Found<T>(T value, Optional<Long> job) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public DocumentDetail get(@PathParam("id") long id, @Context RoutingContext context) {
        return trail.disclose(
                        AuditEntry.of(context, Action.READ).about(id),
                        connection -> found(connection, id, context, rows::find),
                        (entry, found) -> entry.job(found.job().orElse(null))
                                .showing(found.value().results()))
                .orElseThrow(() -> unknown(id))
                .value();
    }

    @DELETE
    public void delete(@PathParam("id") long id, @Context RoutingContext context) throws IOException {
        blobs.delete(disclose(id, context, Action.DELETE, rows::delete));
    }

    @GET
    @Path("file")
    public Response file(@PathParam("id") long id, @Context RoutingContext context) throws IOException {
        StoredFile file = disclose(id, context, Action.EXPORT, rows::file);
        String name = URLEncoder.encode(file.filename(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(blobs.open(file.storageKey()))
                .type(file.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .build();
    }

    /** As stored with the results; read from the file when there are none. */
    @GET
    @Path("text")
    @Produces(MediaType.APPLICATION_JSON)
    public Response text(@PathParam("id") long id, @Context RoutingContext context) throws IOException {
        StoredFile file = disclose(id, context, Action.READ, rows::file);
        Optional<String> stored = rows.extractedText(id);
        Object reply = stored.isPresent() ? stored.get() : DocumentTextReply.of(analyst.extract(file.storageKey()));
        return Response.ok(reply).build();
    }

    private <T> T disclose(long id, RoutingContext context, Action action, Finder<T> finder) {
        return trail.disclose(
                        AuditEntry.of(context, action).about(id),
                        connection -> found(connection, id, context, finder),
                        (entry, found) -> entry.job(found.job().orElse(null)))
                .orElseThrow(() -> unknown(id))
                .value();
    }

    private static <T> Optional<Found<T>> found(
            Connection connection, long id, RoutingContext context, Finder<T> finder) throws SQLException {
        // Before the finder, which may delete it.
        Optional<Long> job = Optional.ofNullable(DocumentRows.analysis(connection, id));
        return finder.find(connection, id, Caller.of(context).tenant()).map(value -> new Found<>(value, job));
    }

    private static ProblemException unknown(long id) {
        return ProblemException.notFound("There is no document " + id + ".");
    }
}
