package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class SessionResource {

    private final SignIn signIn;
    private final SessionRows sessions;
    private final SessionReplies replies;
    private final SignOut signOut;
    private final AuditTrail trail;

    SessionResource(SignIn signIn, SessionRows sessions, SessionReplies replies, SignOut signOut, AuditTrail trail) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.replies = replies;
        this.signOut = signOut;
        this.trail = trail;
    }

    @GET
    public SessionReply who(@Context RoutingContext context) {
        return replies.of(context);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@Nullable SignInRequest body, @Context RoutingContext context) {
        if (body == null || body.userName() == null || body.password() == null) {
            throw ProblemException.malformed("user_name and password are missing.");
        }
        replies.requireLocalUsers();
        String name = NewUser.name(body.userName());
        AuditEntry entry = AuditEntry.of(context, Action.SIGN_IN);
        LocalUser user = signIn.judge(name, body.password()).orElse(null);
        if (user == null) {
            trail.record(entry.as(signIn.claimed(name)).denied());
            throw new ProblemException(
                    ProblemType.UNAUTHENTICATED,
                    "The name or the password is wrong, or the user is locked out for a quarter of an hour.");
        }
        String secret = trail.change(entry.as(user.actor()), connection -> sessions.begin(connection, user));
        HttpServerRequest request = context.request();
        return SessionCookie.set(Response.ok(replies.of(user, secret)), request, secret)
                .build();
    }

    @DELETE
    public Response end(@Context RoutingContext context) {
        signOut.end(context);
        return SessionCookie.clear(Response.noContent(), context.request()).build();
    }
}
