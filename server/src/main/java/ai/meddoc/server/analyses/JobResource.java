package ai.meddoc.server.analyses;

import ai.meddoc.server.access.Caller;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
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

/** One job: its state asked for or streamed, retried, cancelled. */
@Path("/jobs/{id}")
public final class JobResource {

    private final JobRows rows;
    private final JobQueue queue;
    private final InstantSource clock;

    JobResource(JobRows rows, JobQueue queue, InstantSource clock) {
        this.rows = rows;
        this.queue = queue;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public JobJson job(@PathParam("id") long id, @Context RoutingContext context) {
        return rows.find(id, Caller.of(context).tenant())
                .orElseThrow(() -> ProblemException.notFound("There is no job " + id + "."));
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
        JobJson before = job(id, context);
        if (!rows.retry(id)) {
            throw conflict("Job " + id + " is " + before.state() + "; only a failed or cancelled one can be retried.");
        }
        queue.submit(id);
        return job(id, context);
    }

    @POST
    @Path("cancel")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public JobJson cancel(@PathParam("id") long id, @Context RoutingContext context) {
        JobJson before = job(id, context);
        if (!rows.cancel(id, clock.millis())) {
            throw conflict("Job " + id + " is " + before.state() + "; only a queued or running one can be cancelled.");
        }
        return job(id, context);
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }
}
