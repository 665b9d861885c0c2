package ai.meddoc.server.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is, and how people sign in here.
 *
 * @param signIn whether callers have to say who they are
 * @param localUsers whether people sign in with a name and a password
 * @param setUp whether the first administrator is still to be made
 * @param providerSignIn whether a browser can sign in at an OpenID provider, beginning at /session/provider
 * @param userName null for somebody unknown
 * @param displayName what people call them
 * @param providerSignOut where somebody who signed in at a provider signs out there too
 * @param emergencyUntil when an emergency access that was begun ends; null where there is none
 * @param csrfToken what a page sends as X-CSRF-Token with every change, where it signed in by a cookie
 */
public record SessionReply(
        boolean signIn,
        boolean localUsers,
        boolean setUp,
        boolean providerSignIn,
        @Nullable String userName,
        @Nullable String displayName,
        @Nullable String tenant,
        List<String> roles,
        List<String> permissions,
        @Nullable Instant emergencyUntil,
        @Nullable String csrfToken,
        @Nullable String providerSignOut) {

    /** Prints no token. */
    @Override
    public String toString() {
        return "SessionReply[" + roles + "]";
    }
}
