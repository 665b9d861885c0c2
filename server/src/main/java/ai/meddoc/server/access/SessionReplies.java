package ai.meddoc.server.access;

import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.AccessSettings;
import ai.meddoc.server.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who a caller is. Thread-safe. */
@Singleton
final class SessionReplies {

    private final AccessSettings settings;
    private final FirstAdministrator first;

    SessionReplies(Settings settings, FirstAdministrator first) {
        this.settings = settings.access();
        this.first = first;
    }

    void requireLocalUsers() {
        if (!settings.localUsers()) {
            throw ProblemException.notFound("Nobody signs in with a password here; see LOCAL_USERS.");
        }
    }

    SessionReply of(RoutingContext context) {
        String csrf = Credentials.of(context.request()) instanceof Credentials.Session session
                ? Secrets.csrf(session.secret())
                : null;
        return Caller.isKnown(context) ? known(Caller.of(context), csrf) : unknown();
    }

    SessionReply of(LocalUser user, String secret) {
        return known(user.caller(""), Secrets.csrf(secret));
    }

    private SessionReply known(Caller caller, @Nullable String csrf) {
        return new SessionReply(
                settings.signIn(),
                settings.localUsers(),
                false,
                caller.actor().name(),
                caller.tenant(),
                caller.roles().stream().sorted().map(Role::wireName).toList(),
                caller.permissions().stream().sorted().map(Permission::wireName).toList(),
                csrf);
    }

    private SessionReply unknown() {
        return new SessionReply(true, settings.localUsers(), first.isMissing(), null, null, List.of(), List.of(), null);
    }
}
