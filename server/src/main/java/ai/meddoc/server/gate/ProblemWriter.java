package ai.meddoc.server.gate;

import ai.meddoc.server.problems.Problem;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.problems.RequestId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Writes answers, mostly problems, for what never reaches a resource. */
@Singleton
final class ProblemWriter {

    private final ObjectMapper json;
    private final ProblemReader reader;

    ProblemWriter(ObjectMapper json, ProblemReader reader) {
        this.json = json;
        this.reader = reader;
    }

    void write(RoutingContext context, ProblemType type) {
        write(context, Problem.of(type, ProblemReader.sentence(type), RequestId.of(context)), type);
    }

    /** Ends the connection once the answer is sent: what else comes on it is not read. */
    void lastOnConnection(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.response().putHeader("Connection", "close");
        request.response().endHandler(sent -> request.connection().close());
    }

    void malformed(RoutingContext context, String detail) {
        write(context, Problem.of(ProblemType.MALFORMED, detail, RequestId.of(context)), ProblemType.MALFORMED);
    }

    /** What is no problem. */
    void json(RoutingContext context, Object answer) {
        context.response().putHeader("Content-Type", "application/json").end(body(answer));
    }

    /** @param seconds after which to try again */
    void tooMany(RoutingContext context, long seconds) {
        context.response().putHeader("Retry-After", String.valueOf(seconds));
        write(context, ProblemType.TOO_MANY);
    }

    /** For a failure: by its exception if it has one that says more than the status. */
    void write(RoutingContext context, int status, @Nullable Throwable thrown) {
        if (thrown == null || status < 500) {
            write(context, ProblemType.ofStatus(status));
        } else {
            write(context, reader.read(thrown, RequestId.of(context)), reader.type(thrown));
        }
    }

    private void write(RoutingContext context, Problem problem, ProblemType type) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (type.retryAfter() > 0 && !response.headers().contains("Retry-After")) {
            response.putHeader("Retry-After", String.valueOf(type.retryAfter()));
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(problem));
    }

    private String body(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
