package ai.meddoc.server.access;

import ai.meddoc.server.access.ProviderSignIn.Ending;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.URI;

/** The two addresses between which a browser is with the provider. */
@Path("/session/provider")
@RunOnVirtualThread
public final class ProviderSignInResource {

    private static final String PAGE = "/app";

    private final ProviderSignIn signIn;

    ProviderSignInResource(ProviderSignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    public Response begin(@Context RoutingContext context) {
        try {
            ProviderSignIn.Beginning beginning = signIn.begin();
            return SessionCookie.attempt(to(beginning.address()), context.request(), beginning.browser())
                    .build();
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.SIGN_IN_UNAVAILABLE, ProblemReader.sentence(ProblemType.SIGN_IN_UNAVAILABLE));
        }
    }

    /** Leads on to the page whatever comes of it: a person looks at the answer. */
    @GET
    @Path("callback")
    public Response finish(@Context RoutingContext context) {
        if (!signIn.isOffered()) {
            throw ProviderSignIn.notOffered();
        }
        HttpServerRequest request = context.request();
        ProviderSignIn.Answer answer = new ProviderSignIn.Answer(
                parameter(request, "state"),
                parameter(request, "code"),
                parameter(request, "iss"),
                Credentials.attempt(request));
        Response.ResponseBuilder reply = switch (signIn.finish(answer, AuditEntry.of(context, Action.SIGN_IN))) {
            case Ending.SignedIn in -> SessionCookie.set(to(URI.create(PAGE)), request, in.secret());
            case Ending.Refused refused -> to(URI.create(PAGE + "?sign_in=" + refused.why()));
        };
        return SessionCookie.clearAttempt(reply, request).build();
    }

    private static Response.ResponseBuilder to(URI address) {
        return Response.status(Status.SEE_OTHER).header("Location", address.toString());
    }

    private static String parameter(HttpServerRequest request, String name) {
        String value = request.getParam(name);
        return value == null ? "" : value;
    }
}
