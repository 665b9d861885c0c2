package ai.meddoc.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing stays as it is. Any change unlocks the user and ends their sessions. */
public record ChangeUserRequest(
        @Nullable String password,
        @Nullable List<String> roles,
        @Nullable Boolean disabled) {

    /** Prints no password. */
    @Override
    public String toString() {
        return "ChangeUserRequest[" + roles + "]";
    }
}
