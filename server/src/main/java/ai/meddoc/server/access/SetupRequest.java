package ai.meddoc.server.access;

import org.jspecify.annotations.Nullable;

/** The first administrator, and the token that proves the operator. */
public record SetupRequest(
        @Nullable String token,
        @Nullable String userName,
        @Nullable String password) {

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "SetupRequest[***]";
    }
}
