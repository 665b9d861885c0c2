package ai.meddoc.server.access;

import org.jspecify.annotations.Nullable;

/** A name and a password. */
public record SignInRequest(
        @Nullable String userName, @Nullable String password) {

    /** Prints neither. */
    @Override
    public String toString() {
        return "SignInRequest[***]";
    }
}
