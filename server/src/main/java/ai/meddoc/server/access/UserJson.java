package ai.meddoc.server.access;

import java.util.List;

/** A user on the wire. */
public record UserJson(String name, String tenant, List<String> roles, boolean disabled, boolean locked) {

    static UserJson of(LocalUser user, long now) {
        return new UserJson(
                user.name(),
                user.tenant(),
                user.roles().stream().sorted().map(Role::wireName).toList(),
                user.disabled(),
                user.lockedUntil() > now);
    }
}
