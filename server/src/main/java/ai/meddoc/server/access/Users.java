package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Makes, changes and deletes users; each time one row of the audit trail says so. Thread-safe. */
@Singleton
final class Users {

    private final UserRows rows;
    private final SessionRows sessions;
    private final AuditTrail trail;
    private final Database database;
    private final InstantSource clock;

    Users(UserRows rows, SessionRows sessions, AuditTrail trail, Database database, InstantSource clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    List<UserJson> list(String tenant) {
        long now = clock.millis();
        return database.read(connection -> rows.list(connection, tenant)).stream()
                .map(user -> UserJson.of(user, now))
                .toList();
    }

    UserJson create(NewUserRequest request, RoutingContext context) {
        Set<Role> roles = NewUser.roles(request.roles());
        NewUser user = NewUser.of(request.userName(), tenant(request, Caller.of(context)), roles, request.password());
        String what = "made user " + user.name() + " as " + Role.text(roles);
        return trail.change(AuditEntry.of(context, Action.ADMINISTER).detail(what), connection -> {
            if (!rows.insert(connection, user, clock.millis())) {
                throw ProblemException.malformed("user_name is taken.");
            }
            return UserJson.of(rows.find(connection, user.name()).orElseThrow(), clock.millis());
        });
    }

    private static String tenant(NewUserRequest request, Caller caller) {
        String wanted = request.tenant();
        if (wanted == null || wanted.equals(caller.tenant())) {
            return caller.tenant();
        }
        if (!caller.tenant().equals(Caller.DEFAULT_TENANT)) {
            throw ProblemException.malformed("tenant must be your own.");
        }
        return NewUser.tenant(wanted);
    }

    UserJson change(String name, ChangeUserRequest request, RoutingContext context) {
        String hash = request.password() == null ? null : Passwords.hash(Passwords.checked(request.password()));
        Set<Role> roles = request.roles() == null ? null : NewUser.roles(request.roles());
        Boolean disabled = request.disabled();
        AuditEntry entry = AuditEntry.of(context, Action.ADMINISTER);
        LocalUser changed = trail.change(
                entry,
                connection -> {
                    LocalUser before = own(connection, name, context);
                    LocalUser after = new LocalUser(
                            before.id(),
                            before.name(),
                            before.tenant(),
                            roles == null ? before.roles() : roles,
                            hash == null ? before.passwordHash() : hash,
                            0,
                            0,
                            disabled == null ? before.disabled() : disabled);
                    rows.update(connection, after);
                    sessions.endAll(connection, before.id());
                    return after;
                },
                (asked, after) -> asked.detail("changed user " + name + " to " + Role.text(after.roles())));
        return UserJson.of(changed, clock.millis());
    }

    void delete(String name, RoutingContext context) {
        trail.change(
                AuditEntry.of(context, Action.ADMINISTER).detail("deleted user " + name),
                connection ->
                        rows.delete(connection, own(connection, name, context).id()));
    }

    /** Another tenant's user does not exist. */
    private LocalUser own(Connection connection, String name, RoutingContext context) throws SQLException {
        return rows.find(connection, name)
                .filter(user -> user.tenant().equals(Caller.of(context).tenant()))
                .orElseThrow(() -> ProblemException.notFound("There is no such user."));
    }
}
