package ai.meddoc.server.access;

import ai.meddoc.server.settings.Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out who sends a request. Thread-safe. */
@Singleton
public final class Authenticator {

    private static final String CSRF = "X-CSRF-Token";

    private final SessionRows sessions;
    private final ApiKeyRows keys;
    private final RevokedTokenRows revoked;
    private final IdentityProvider provider;
    private final boolean signIn;

    Authenticator(
            SessionRows sessions,
            ApiKeyRows keys,
            RevokedTokenRows revoked,
            IdentityProvider provider,
            Settings settings) {
        this.sessions = sessions;
        this.keys = keys;
        this.revoked = revoked;
        this.provider = provider;
        this.signIn = settings.access().signIn();
    }

    /** Whoever calls where nobody signs in; empty where people do. */
    public Optional<Caller> local() {
        return signIn ? Optional.empty() : Optional.of(Caller.local());
    }

    /** Asks the database, so it must not run on an event loop. Empty for somebody unknown. */
    public Optional<Caller> find(HttpServerRequest request) {
        return switch (Credentials.of(request)) {
            case Credentials.None none -> Optional.empty();
            case Credentials.Session session -> sessions.find(session.secret());
            case Credentials.Key key -> keys.find(key.secret());
            case Credentials.Token token -> valid(token).map(Tokens.Valid::caller);
        };
    }

    Optional<Tokens.Valid> valid(Credentials.Token token) {
        return provider.call(token.text())
                .filter(valid -> !revoked.contains(valid.caller().credential()));
    }

    /** Whether a page that is not ours may have made the browser send this. Only cookies are sent without being asked. */
    public static boolean isForged(HttpServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (reads || !(Credentials.of(request) instanceof Credentials.Session session)) {
            return false;
        }
        String token = request.getHeader(CSRF);
        return token == null || !Secrets.same(token, Secrets.csrf(session.secret()));
    }
}
