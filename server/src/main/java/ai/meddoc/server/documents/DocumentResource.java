package ai.meddoc.server.documents;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document: its results, its bytes, its text. Each answer leaves a row in the audit trail. */
@Path("/documents/{id}")
@RunOnVirtualThread
public final class DocumentResource {

    private final DocumentRows rows;
    private final OriginalFiles files;
    private final Deletions deletions;
    private final AuditTrail trail;

    DocumentResource(DocumentRows rows, OriginalFiles files, Deletions deletions, AuditTrail trail) {
        this.rows = rows;
        this.files = files;
        this.deletions = deletions;
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
    public void delete(@PathParam("id") long id, @Context RoutingContext context) {
        if (!deletions.delete(id, AuditEntry.of(context, Action.DELETE))) {
            throw unknown(id);
        }
    }

    @GET
    @Path("file")
    public Response file(@PathParam("id") long id, @Context RoutingContext context) throws IOException {
        AuditEntry entry = AuditEntry.of(context, Action.EXPORT).about(id);
        OriginalFiles.Opened<InputStream> opened = files.open(id, entry);
        StoredFile file = opened.file();
        return Response.ok(opened.content())
                .type(file.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .build();
    }

    /** Where the file can be had from the bucket itself, for a minute. */
    @GET
    @Path("download")
    @Produces(MediaType.APPLICATION_JSON)
    public DownloadReply download(@PathParam("id") long id, @Context RoutingContext context) throws IOException {
        var given = files.download(id, AuditEntry.of(context, Action.EXPORT).about(id));
        return new DownloadReply(given.content().url(), given.content().expiresAt());
    }

    /** As stored with the results, of whichever version; read from the file when there are none. */
    @GET
    @Path("text")
    @Produces(MediaType.APPLICATION_JSON)
    public Response text(
            @PathParam("id") long id, @QueryParam("version") @Nullable String version, @Context RoutingContext context)
            throws IOException {
        Long wanted = Numbers.positive(version, "version");
        AuditEntry entry = AuditEntry.of(context, Action.READ).about(id);
        Optional<String> stored = rows.extractedText(id, wanted);
        if (stored.isEmpty() && wanted == null) {
            return Response.ok(files.text(id, entry).content()).build();
        }
        disclose(id, context, Action.READ, rows::file);
        return Response.ok(stored.orElseThrow(() ->
                        ProblemException.notFound("There is no document " + id + " with a version " + wanted + ".")))
                .build();
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
        Optional<Long> job = Optional.ofNullable(DocumentRows.analysis(connection, id));
        return finder.find(connection, id, Caller.of(context).tenant()).map(value -> new Found<>(value, job));
    }

    static ProblemException unknown(long id) {
        return ProblemException.notFound("There is no document " + id + ".");
    }
}
