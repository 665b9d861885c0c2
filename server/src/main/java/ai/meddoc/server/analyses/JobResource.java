package ai.meddoc.server.analyses;

import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
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
    public JobJson job(@PathParam("id") long id) {
        return rows.find(id).orElseThrow(() -> ProblemException.notFound("There is no job " + id + "."));
    }

    @GET
    @Path("events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam("id") long id, @Context Sse sse) {
        JobJson now = job(id);
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
    public JobJson retry(@PathParam("id") long id) {
        JobJson before = job(id);
        if (!rows.retry(id)) {
            throw conflict("Job " + id + " is " + before.state() + "; only a failed or cancelled one can be retried.");
        }
        queue.submit(id);
        return job(id);
    }

    @POST
    @Path("cancel")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public JobJson cancel(@PathParam("id") long id) {
        JobJson before = job(id);
        if (!rows.cancel(id, clock.millis())) {
            throw conflict("Job " + id + " is " + before.state() + "; only a queued or running one can be cancelled.");
        }
        return job(id);
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }
}
