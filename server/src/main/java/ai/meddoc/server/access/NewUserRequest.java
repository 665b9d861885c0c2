package ai.meddoc.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param tenant the administrator's own when missing; others are for administrators of the tenant default alone */
public record NewUserRequest(
        @Nullable String userName,
        @Nullable String password,
        @Nullable List<String> roles,
        @Nullable String tenant) {

    /** Prints no password. */
    @Override
    public String toString() {
        return "NewUserRequest[" + roles + "]";
    }
}
