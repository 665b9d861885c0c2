package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.DocumentAnalyst;
import ai.meddoc.server.analyses.DocumentTextReply;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One document: its results, its bytes, its text. */
@Path("/documents/{id}")
@RunOnVirtualThread
public final class DocumentResource {

    private final DocumentRows rows;
    private final BlobStore blobs;
    private final DocumentAnalyst analyst;

    DocumentResource(DocumentRows rows, BlobStore blobs, DocumentAnalyst analyst) {
        this.rows = rows;
        this.blobs = blobs;
        this.analyst = analyst;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public DocumentDetail get(@PathParam("id") long id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    @DELETE
    public void delete(@PathParam("id") long id) throws IOException {
        blobs.delete(rows.delete(id).orElseThrow(() -> unknown(id)));
    }

    @GET
    @Path("file")
    public Response file(@PathParam("id") long id) throws IOException {
        StoredFile file = rows.file(id).orElseThrow(() -> unknown(id));
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
    public Response text(@PathParam("id") long id) throws IOException {
        StoredFile file = rows.file(id).orElseThrow(() -> unknown(id));
        Optional<String> stored = rows.extractedText(id);
        Object reply = stored.isPresent() ? stored.get() : DocumentTextReply.of(analyst.extract(file.storageKey()));
        return Response.ok(reply).build();
    }

    private static ProblemException unknown(long id) {
        return ProblemException.notFound("There is no document " + id + ".");
    }
}
