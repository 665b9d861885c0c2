package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of the administrator's own tenant. */
@Path("/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ApiKeysResource {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;

    private final ApiKeyRows keys;
    private final AuditTrail trail;
    private final Database database;
    private final InstantSource clock;

    ApiKeysResource(ApiKeyRows keys, AuditTrail trail, Database database, InstantSource clock) {
        this.keys = keys;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    @GET
    public List<ApiKeyJson> list(@Context RoutingContext context) {
        return database.read(
                connection -> keys.list(connection, Caller.of(context).tenant()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable NewApiKeyRequest body, @Context RoutingContext context) {
        ApiKeyRows.NewKey key = checked(body, context);
        String secret = ApiKeyRows.PREFIX + Secrets.fresh();
        long made = trail.change(
                AuditEntry.of(context, Action.ADMINISTER),
                connection -> keys.insert(connection, key, Secrets.hash(secret)),
                (entry, id) -> entry.detail("made API key " + id));
        return Response.status(Response.Status.CREATED)
                .entity(new NewApiKeyReply(made, secret, key.expires()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") long id, @Context RoutingContext context) {
        trail.change(AuditEntry.of(context, Action.ADMINISTER).detail("revoked API key " + id), connection -> {
            if (!keys.revoke(connection, id, Caller.of(context).tenant())) {
                throw ProblemException.notFound("There is no API key " + id + " that holds.");
            }
            return true;
        });
    }

    private ApiKeyRows.NewKey checked(@Nullable NewApiKeyRequest body, RoutingContext context) {
        String name = body == null ? null : body.name();
        if (body == null || name == null || !NAME.matcher(name).matches()) {
            throw ProblemException.malformed("name must have 1 to 100 letters, digits, spaces, dots or hyphens.");
        }
        Integer wanted = body.expiresInDays();
        int days = wanted == null ? USUAL_DAYS : wanted;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.malformed("expires_in_days must be a whole number from 1 to " + MOST_DAYS + ".");
        }
        return new ApiKeyRows.NewKey(
                name,
                Caller.of(context).actor(),
                permissions(body.permissions()),
                clock.instant().plus(Duration.ofDays(days)));
    }

    /** Keys make neither users nor keys: one that leaked could make itself immortal. */
    private static Set<Permission> permissions(@Nullable List<String> names) {
        EnumSet<Permission> found = EnumSet.noneOf(Permission.class);
        for (String name : names == null ? List.<String>of() : names) {
            found.add(Permission.fromWireName(name)
                    .filter(permission -> permission != Permission.ADMINISTER)
                    .orElseThrow(ApiKeysResource::unknown));
        }
        if (found.isEmpty()) {
            throw unknown();
        }
        return found;
    }

    private static ProblemException unknown() {
        return ProblemException.malformed(
                "permissions must be some of read, export, write, delete, analyze, measure, audit, observe.");
    }
}
