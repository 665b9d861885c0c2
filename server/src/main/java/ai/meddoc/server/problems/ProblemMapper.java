package ai.meddoc.server.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem. */
@ApplicationScoped
@Provider
public class ProblemMapper {

    private final ProblemReader reader;
    private final AllowedMethods methods;

    ProblemMapper(ProblemReader reader, AllowedMethods methods) {
        this.reader = reader;
        this.methods = methods;
    }

    // The first three have mappers of the framework's own, which would answer without a body.
    @ServerExceptionMapper(
            value = {
                MismatchedInputException.class,
                JsonProcessingException.class,
                WebApplicationException.class,
                Throwable.class
            },
            priority = 1)
    public Response map(Throwable thrown, RoutingContext context) {
        Problem problem = reader.read(thrown, RequestId.of(context));
        ProblemType type = reader.type(thrown);
        Response.ResponseBuilder reply =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            reply.header(HttpHeaders.ALLOW, methods.at(context.normalizedPath()));
        }
        if (type.retryAfter() > 0) {
            reply.header(HttpHeaders.RETRY_AFTER, type.retryAfter());
        }
        return reply.build();
    }
}
