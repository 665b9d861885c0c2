package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Ends what a caller showed to be known: a session, or a token before it expires. Keys are revoked by administrators. */
@Singleton
final class SignOut {

    private final SessionRows sessions;
    private final RevokedTokenRows revoked;
    private final Authenticator authenticator;
    private final AuditTrail trail;

    SignOut(SessionRows sessions, RevokedTokenRows revoked, Authenticator authenticator, AuditTrail trail) {
        this.sessions = sessions;
        this.revoked = revoked;
        this.authenticator = authenticator;
        this.trail = trail;
    }

    void end(RoutingContext context) {
        String credential = Caller.of(context).credential();
        long expires = Credentials.of(context.request()) instanceof Credentials.Token token
                ? authenticator.valid(token).map(Tokens.Valid::expiresAt).orElse(0L)
                : 0;
        trail.change(AuditEntry.of(context, Action.SIGN_OUT), connection -> {
            if (expires > 0) {
                revoked.add(connection, credential, expires);
            } else {
                sessions.end(connection, credential);
            }
            return true;
        });
    }
}
