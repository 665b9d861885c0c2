package ai.meddoc.server.access;

import ai.meddoc.server.problems.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users of the administrator's own tenant. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class UsersResource {

    private final Users users;
    private final SessionReplies replies;

    UsersResource(Users users, SessionReplies replies) {
        this.users = users;
        this.replies = replies;
    }

    @GET
    public List<UserJson> list(@Context RoutingContext context) {
        return users.list(Caller.of(context).tenant());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewUserRequest body, @Context RoutingContext context) {
        replies.requireLocalUsers();
        if (body == null) {
            throw ProblemException.malformed("user_name, password and roles are missing.");
        }
        return Response.status(Response.Status.CREATED)
                .entity(users.create(body, context))
                .build();
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public UserJson change(
            @PathParam("name") String name, @Nullable ChangeUserRequest body, @Context RoutingContext context) {
        if (body == null) {
            throw ProblemException.malformed("Send what to change: password, roles or disabled.");
        }
        return users.change(NewUser.name(name), body, context);
    }

    @DELETE
    @Path("{name}")
    public void delete(@PathParam("name") String name, @Context RoutingContext context) {
        users.delete(NewUser.name(name), context);
    }
}
