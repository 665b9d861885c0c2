package ai.meddoc.server.analyses;

import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** The state of jobs: asked for, or streamed. */
@Path("/jobs/{id}")
public final class JobsResource {

    private final JobRows rows;

    JobsResource(JobRows rows) {
        this.rows = rows;
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
}
