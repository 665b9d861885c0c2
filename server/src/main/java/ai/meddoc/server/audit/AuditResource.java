package ai.meddoc.server.audit;

import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trail of the auditor's own tenant. Looking at it leaves a row too. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AuditResource {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final AuditTrail trail;
    private final Database database;
    private final FhirAuditEvents fhir;
    private final SealedColumns columns;
    private final ObjectMapper json;
    private final ChainCheck check;

    AuditResource(
            AuditTrail trail,
            Database database,
            FhirAuditEvents fhir,
            SealedColumns columns,
            ObjectMapper json,
            ChainCheck check) {
        this.trail = trail;
        this.database = database;
        this.fhir = fhir;
        this.columns = columns;
        this.json = json;
        this.check = check;
    }

    @GET
    public List<AuditEventJson> list(@Context UriInfo uri, @Context RoutingContext context) {
        return rows(uri, context).stream().map(AuditEventJson::of).toList();
    }

    /** The same rows as AuditEvent resources. */
    @GET
    @Path("fhir")
    @Produces("application/fhir+json")
    public String fhir(@Context UriInfo uri, @Context RoutingContext context) throws JsonProcessingException {
        return json.writeValueAsString(fhir.bundle(rows(uri, context)));
    }

    @GET
    @Path("head")
    public AuditHeadReply head() {
        AuditHead head = database.read(AuditRows::head);
        return new AuditHeadReply(head.seq(), new AuditAnchor(head.seq(), head.mac()).toString());
    }

    /** Follows the whole chain, as {@code meddoc doctor --audit} does. */
    @GET
    @Path("check")
    public AuditCheckReply check(@QueryParam("anchor") @Nullable String anchor, @Context RoutingContext context) {
        AuditReport report = check.of(anchor);
        trail.record(AuditEntry.of(context, Action.READ_AUDIT).detail("checked " + report.rows() + " rows"));
        return new AuditCheckReply(
                report.holds(), report.rows(), report.findings(), report.head().toString());
    }

    @GET
    @Path("{seq}/shown")
    public ShownReply shown(@PathParam("seq") long seq, @Context RoutingContext context) {
        AuditEntry entry = AuditEntry.of(context, Action.READ).detail("as shown in row " + seq);
        return trail.disclose(
                        entry,
                        connection -> shown(connection, seq, entry.actor().tenant()),
                        (asked, reply) -> about(asked, reply.event()).showing(reply.results()))
                .orElseThrow(() -> ProblemException.notFound("There is no row " + seq + "."));
    }

    private static AuditEntry about(AuditEntry entry, AuditEventJson event) {
        Long document = event.documentId();
        return document == null ? entry : entry.about(document).job(event.jobId());
    }

    private Optional<ShownReply> shown(Connection connection, long seq, String tenant) throws SQLException {
        Optional<AuditRow> row = AuditRows.find(connection, seq, tenant);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Long document = row.get().documentId();
        Long job = row.get().jobId();
        Optional<String> results = document == null || job == null
                ? Optional.empty()
                : AuditRows.results(connection, document, job)
                        .map(stored -> columns.open(SealedColumn.RESULTS, stored, tenant, document, job));
        return Optional.of(ShownReply.of(row.get(), results.orElse(null)));
    }

    private List<AuditRow> rows(UriInfo uri, RoutingContext context) {
        var query = uri.getQueryParameters();
        int limit = Numbers.upTo(MOST, query.getFirst("limit"), "limit", USUAL);
        AuditEntry entry = AuditEntry.of(context, Action.READ_AUDIT);
        AuditFilter filter = AuditFilter.of(query, entry.actor().tenant());
        return trail.disclose(
                        entry,
                        connection -> Optional.of(AuditRows.list(connection, filter, limit)),
                        (asked, found) -> asked.detail(found.size() + " rows"))
                .orElseThrow();
    }
}
