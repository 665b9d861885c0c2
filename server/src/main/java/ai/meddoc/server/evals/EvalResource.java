package ai.meddoc.server.evals;

import ai.meddoc.server.problems.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.locks.ReentrantLock;

/** Measured accuracy. */
@Path("/eval")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class EvalResource {

    private final QuickEval eval;
    private final ReportRows rows;
    private final ObjectMapper json;
    /** One at a time: it takes a whole core. */
    private final ReentrantLock one = new ReentrantLock();

    EvalResource(QuickEval eval, ReportRows rows, ObjectMapper json) {
        this.eval = eval;
        this.rows = rows;
        this.json = json;
    }

    @GET
    @Path("quick")
    public String quick() throws JsonProcessingException {
        one.lock();
        try {
            EvalReport report = eval.run();
            String text = json.writeValueAsString(report);
            rows.insert(text, report.metadata().createdAt().toEpochMilli());
            return text;
        } finally {
            one.unlock();
        }
    }

    @GET
    @Path("latest")
    public String latest() {
        return rows.latest()
                .orElseThrow(() -> ProblemException.notFound("There is no report yet: GET /eval/quick makes one."));
    }
}
