package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who makes a request, and what they may do.
 *
 * @param label what people call them; for people to read, never to decide by
 * @param credential the secret's SHA-256, by which it can be taken back; empty where nobody signs in
 */
public record Caller(Actor actor, String label, Set<Role> roles, Set<Permission> permissions, String credential) {

    /** The tenant of whoever has no other. */
    public static final String DEFAULT_TENANT = "default";

    private static final String KEY = "caller";

    public Caller {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    /** Whoever sits at this machine, where nobody signs in: may do everything. */
    static Caller local() {
        return new Caller(
                new Actor(DEFAULT_TENANT, "local", Actor.Kind.LOCAL),
                "local",
                EnumSet.allOf(Role.class),
                EnumSet.allOf(Permission.class),
                "");
    }

    static Caller withRoles(Actor actor, Collection<Role> roles, String credential) {
        return new Caller(actor, actor.name(), Set.copyOf(roles), Role.permissions(roles), credential);
    }

    /** The same under the name that their organisation gives them, where it gives one. */
    Caller called(String name) {
        return name.isBlank() ? this : new Caller(actor, name, roles, permissions, credential);
    }

    /** Remembers who makes a request. */
    public void put(RoutingContext context) {
        context.put(KEY, this);
        actor.put(context);
    }

    /** Only for routes that let nobody unknown in. */
    public static Caller of(RoutingContext context) {
        Caller caller = context.get(KEY);
        if (caller == null) {
            throw new IllegalStateException("no caller: the access gate was not passed");
        }
        return caller;
    }

    public static boolean isKnown(RoutingContext context) {
        return context.get(KEY) != null;
    }

    public String tenant() {
        return actor.tenant();
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Prints no credential. */
    @Override
    public String toString() {
        return "Caller[" + actor.kind() + "]";
    }
}
