package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.AccessSettings;
import ai.meddoc.server.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who a caller is. Thread-safe. */
@Singleton
final class SessionReplies {

    private final AccessSettings settings;
    private final FirstAdministrator first;
    private final ProviderSignIn provider;
    private final EmergencyAccess emergency;

    SessionReplies(Settings settings, FirstAdministrator first, ProviderSignIn provider, EmergencyAccess emergency) {
        this.settings = settings.access();
        this.first = first;
        this.provider = provider;
        this.emergency = emergency;
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
                provider.isOffered(),
                caller.actor().name(),
                caller.label(),
                caller.tenant(),
                caller.roles().stream().sorted().map(Role::wireName).toList(),
                caller.permissions().stream().sorted().map(Permission::wireName).toList(),
                emergency.begun(caller).map(EmergencyAccess.Grant::until).orElse(null),
                csrf,
                csrf == null || caller.actor().kind() != Actor.Kind.TOKEN
                        ? null
                        : provider.signOutAddress().map(URI::toString).orElse(null));
    }

    private SessionReply unknown() {
        return new SessionReply(
                true,
                settings.localUsers(),
                first.isMissing(),
                provider.isOffered(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
