package ai.meddoc.server.analyses;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.webhooks.Webhooks;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.InstantSource;
import java.util.Optional;

/** One job: its state asked for or streamed, retried, cancelled. Each answer leaves a row in the audit trail. */
@Path("/jobs/{id}")
public final class JobResource {

    private final JobRows rows;
    private final JobQueue queue;
    private final AuditTrail trail;
    private final Webhooks webhooks;
    private final InstantSource clock;

    JobResource(JobRows rows, JobQueue queue, AuditTrail trail, Webhooks webhooks, InstantSource clock) {
        this.rows = rows;
        this.queue = queue;
        this.trail = trail;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public JobJson job(@PathParam("id") long id, @Context RoutingContext context) {
        String tenant = Caller.of(context).tenant();
        return disclose(id, AuditEntry.of(context, Action.READ), connection -> JobRows.find(connection, id, tenant));
    }

    @GET
    @Path("events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam("id") long id, @Context Sse sse, @Context RoutingContext context) {
        JobJson now = job(id, context);
        return Multi.createFrom()
                .emitter(emitter -> Thread.ofVirtual()
                        .name("job-events")
                        .start(() -> new JobEvents(rows, sse, emitter).follow(now)));
    }

    /** For a dead letter whose cause is gone. */
    @POST
    @Path("retry")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public JobJson retry(@PathParam("id") long id, @Context RoutingContext context) {
        String tenant = Caller.of(context).tenant();
        JobJson job = disclose(id, AuditEntry.of(context, Action.ANALYZE), connection -> {
            Optional<JobJson> before = JobRows.find(connection, id, tenant);
            if (before.isPresent() && !JobRows.retry(connection, id)) {
                throw conflict(before.get(), "failed or cancelled", "retried");
            }
            return JobRows.find(connection, id, tenant);
        });
        queue.order(id, tenant, Priority.of(job.priority(), Priority.INTERACTIVE));
        return job;
    }

    @POST
    @Path("cancel")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public JobJson cancel(@PathParam("id") long id, @Context RoutingContext context) {
        String tenant = Caller.of(context).tenant();
        return disclose(id, AuditEntry.of(context, Action.UPDATE), connection -> {
            Optional<JobJson> before = JobRows.find(connection, id, tenant);
            long now = clock.millis();
            if (before.isPresent() && !JobRows.cancel(connection, id, now)) {
                throw conflict(before.get(), "queued or running", "cancelled");
            }
            if (before.isPresent()) {
                webhooks.jobEnded(connection, id, "cancelled", now);
            }
            return JobRows.find(connection, id, tenant);
        });
    }

    /** What is shown is a job's state, never its results: the row says so by naming the job in its detail alone. */
    private JobJson disclose(long id, AuditEntry entry, Database.Work<Optional<JobJson>> work) {
        return trail.disclose(entry.detail("job " + id), work, (asked, job) -> asked.about(job.documentId()))
                .orElseThrow(() -> ProblemException.notFound("There is no job " + id + "."));
    }

    private static ProblemException conflict(JobJson job, String only, String done) {
        return new ProblemException(
                ProblemType.CONFLICT,
                "Job " + job.id() + " is " + job.state() + "; only a " + only + " one can be " + done + ".");
    }
}
