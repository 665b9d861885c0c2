package ai.meddoc.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is, and how people sign in here.
 *
 * @param signIn whether callers have to say who they are
 * @param localUsers whether people sign in with a name and a password
 * @param setUp whether the first administrator is still to be made
 * @param userName null for somebody unknown
 * @param csrfToken what a page sends as X-CSRF-Token with every change, where it signed in by a cookie
 */
public record SessionReply(
        boolean signIn,
        boolean localUsers,
        boolean setUp,
        @Nullable String userName,
        @Nullable String tenant,
        List<String> roles,
        List<String> permissions,
        @Nullable String csrfToken) {

    /** Prints no token. */
    @Override
    public String toString() {
        return "SessionReply[" + roles + "]";
    }
}
