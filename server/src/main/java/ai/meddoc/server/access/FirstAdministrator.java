package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.settings.AccessSettings;
import ai.meddoc.server.settings.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;

/** Makes the first administrator for whoever can read the server's output or its settings. Thread-safe. */
@Singleton
public final class FirstAdministrator {

    private final AccessSettings settings;
    private final UserRows users;
    private final AuditTrail trail;
    private final Database database;
    private final InstantSource clock;
    private final String token;

    FirstAdministrator(Settings settings, UserRows users, AuditTrail trail, Database database, InstantSource clock) {
        this.settings = settings.access();
        this.users = users;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
        this.token = this.settings.setupToken().orElseGet(Secrets::fresh);
    }

    boolean isMissing() {
        return settings.localUsers() && !database.read(users::hasFirst);
    }

    /** What to print at the start: the token, unless the operator chose it or it is of no use any more. */
    public Optional<String> notice() {
        return !isMissing() || settings.setupToken().isPresent() ? Optional.empty() : Optional.of(token);
    }

    void make(SetupRequest request, RoutingContext context) {
        AuditEntry entry = AuditEntry.of(context, Action.ADMINISTER).detail("first administrator");
        if (!isMissing() || request.token() == null || !Secrets.same(request.token(), token)) {
            trail.record(entry.denied());
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "The set-up token is wrong, or the first administrator was made already.");
        }
        NewUser user = NewUser.of(
                request.userName(),
                Caller.DEFAULT_TENANT,
                EnumSet.of(Role.ADMIN, Role.PROVIDER, Role.AUDITOR),
                request.password());
        insert(user, entry);
    }

    private void insert(NewUser user, AuditEntry entry) {
        try {
            trail.change(entry, connection -> {
                users.claimFirst(connection, clock.millis());
                if (!users.insert(connection, user, clock.millis())) {
                    throw madeAlready();
                }
                return true;
            });
        } catch (DatabaseException e) {
            throw e.reason() == DatabaseException.Reason.REFUSED ? madeAlready() : e;
        }
    }

    private static ProblemException madeAlready() {
        return new ProblemException(ProblemType.FORBIDDEN, "The first administrator was made already.");
    }
}
