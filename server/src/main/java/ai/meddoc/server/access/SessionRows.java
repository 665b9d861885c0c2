package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.settings.Settings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** Sessions of people who signed in here. The database knows a session by its hash alone. Thread-safe. */
@Singleton
final class SessionRows {

    private static final String FIND = "SELECT " + UserRows.COLUMNS + ", s.seen_at FROM sessions s"
            + " JOIN users u ON u.id = s.user_id"
            + " WHERE s.token_hash = ? AND s.seen_at > ? AND s.created_at > ? AND u.disabled = 0";

    private static final String FIND_PROVIDERS = "SELECT tenant, subject, label, roles, seen_at FROM provider_sessions"
            + " WHERE token_hash = ? AND seen_at > ? AND created_at > ?";

    private record Seen(Caller caller, String table, long at) {}

    private final Database database;
    private final InstantSource clock;
    private final long idleMillis;
    private final long lifeMillis;

    SessionRows(Database database, InstantSource clock, Settings settings) {
        this.database = database;
        this.clock = clock;
        this.idleMillis = settings.access().sessionIdle().toMillis();
        this.lifeMillis = settings.access().sessionLife().toMillis();
    }

    /** @return the secret for the cookie */
    String begin(Connection connection, LocalUser user) throws SQLException {
        String token = Secrets.fresh();
        long now = clock.millis();
        deleteEnded(connection, "sessions", now);
        Row.change(
                connection,
                "INSERT INTO sessions (token_hash, user_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
                Secrets.hash(token),
                user.id(),
                now,
                now);
        return token;
    }

    /** As {@link #begin(Connection, LocalUser)}, of somebody whom the provider vouches for. */
    String begin(Connection connection, Caller person) throws SQLException {
        String token = Secrets.fresh();
        long now = clock.millis();
        deleteEnded(connection, "provider_sessions", now);
        Row.change(
                connection,
                "INSERT INTO provider_sessions (token_hash, tenant, subject, label, roles, created_at, seen_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Secrets.hash(token),
                person.tenant(),
                person.actor().name(),
                person.label(),
                Role.text(person.roles()),
                now,
                now);
        return token;
    }

    private void deleteEnded(Connection connection, String table, long now) throws SQLException {
        Row.change(
                connection,
                "DELETE FROM " + table + " WHERE seen_at <= ? OR created_at <= ?",
                now - idleMillis,
                now - lifeMillis);
    }

    /** Whoever holds this session's secret, if the session lives; it lives on for as long again. */
    Optional<Caller> find(String token) {
        String hash = Secrets.hash(token);
        long now = clock.millis();
        Optional<Seen> seen = database.read(connection -> {
            Optional<Seen> local = find(connection, FIND, row -> local(row, hash), hash, now);
            return local.isPresent() ? local : find(connection, FIND_PROVIDERS, row -> vouched(row, hash), hash, now);
        });
        // Noting every request would be a write for every read.
        if (seen.isPresent() && now - seen.get().at() > idleMillis / 20) {
            database.write(connection -> Row.change(
                    connection, "UPDATE " + seen.get().table() + " SET seen_at = ? WHERE token_hash = ?", now, hash));
        }
        return seen.map(Seen::caller);
    }

    private Optional<Seen> find(Connection connection, String sql, Row.Reader<Seen> reader, String hash, long now)
            throws SQLException {
        return Row.first(connection, sql, reader, hash, now - idleMillis, now - lifeMillis);
    }

    private static Seen local(Row row, String hash) throws SQLException {
        return new Seen(UserRows.user(row).caller(hash), "sessions", row.number("seen_at"));
    }

    private static Seen vouched(Row row, String hash) throws SQLException {
        Actor actor = new Actor(row.text("tenant"), row.text("subject"), Actor.Kind.TOKEN);
        return new Seen(
                Caller.withRoles(actor, Role.parse(row.text("roles")), hash).called(row.text("label")),
                "provider_sessions",
                row.number("seen_at"));
    }

    /** @param hash the secret's */
    void end(Connection connection, String hash) throws SQLException {
        Row.change(connection, "DELETE FROM sessions WHERE token_hash = ?", hash);
        Row.change(connection, "DELETE FROM provider_sessions WHERE token_hash = ?", hash);
    }

    void endAll(Connection connection, long userId) throws SQLException {
        Row.change(connection, "DELETE FROM sessions WHERE user_id = ?", userId);
    }
}
