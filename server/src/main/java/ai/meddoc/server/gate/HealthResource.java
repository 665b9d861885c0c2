package ai.meddoc.server.gate;

import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the server answers, and whether it can work. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private static final Health OK = new Health("ok");

    private final Database database;
    private final BlobStore blobs;
    private volatile boolean stopping;

    HealthResource(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /** @param status {@code ok} */
    public record Health(String status) {}

    /** From now on a proxy sends requests elsewhere, while those that come all the same are served. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /** Answers from the event loop, so that it answers whatever else is going on. */
    @GET
    @NonBlocking
    public Health health() {
        return OK;
    }

    @GET
    @Path("live")
    @NonBlocking
    public Health live() {
        return OK;
    }

    @GET
    @Path("ready")
    @RunOnVirtualThread
    public Health ready() {
        if (stopping) {
            throw away(ProblemType.STOPPING);
        }
        if (!database.isReady()) {
            throw away(ProblemType.DATABASE_UNAVAILABLE);
        }
        if (!blobs.isReady()) {
            throw away(ProblemType.STORAGE_UNAVAILABLE);
        }
        return OK;
    }

    private static ProblemException away(ProblemType type) {
        return new ProblemException(type, ProblemReader.sentence(type));
    }
}
