package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import java.util.Set;

/** A person who signs in here. */
record LocalUser(
        long id,
        String name,
        String tenant,
        Set<Role> roles,
        String passwordHash,
        int failures,
        long lockedUntil,
        boolean disabled) {

    Actor actor() {
        return new Actor(tenant, name, Actor.Kind.USER);
    }

    Caller caller(String credential) {
        return Caller.withRoles(actor(), roles, credential);
    }

    /** Prints no hash. */
    @Override
    public String toString() {
        return "LocalUser[" + id + "]";
    }
}
