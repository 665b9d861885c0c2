package ai.meddoc.server.access;

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

    private record Seen(LocalUser user, long at) {}

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
        Row.change(
                connection,
                "DELETE FROM sessions WHERE seen_at <= ? OR created_at <= ?",
                now - idleMillis,
                now - lifeMillis);
        Row.change(
                connection,
                "INSERT INTO sessions (token_hash, user_id, created_at, seen_at) VALUES (?, ?, ?, ?)",
                Secrets.hash(token),
                user.id(),
                now,
                now);
        return token;
    }

    /** Whoever holds this session's secret, if the session lives; it lives on for as long again. */
    Optional<Caller> find(String token) {
        String hash = Secrets.hash(token);
        long now = clock.millis();
        Optional<Seen> seen = database.read(connection -> Row.first(
                connection,
                FIND,
                row -> new Seen(UserRows.user(row), row.number("seen_at")),
                hash,
                now - idleMillis,
                now - lifeMillis));
        // Noting every request would be a write for every read.
        if (seen.isPresent() && now - seen.get().at() > idleMillis / 20) {
            database.write(connection ->
                    Row.change(connection, "UPDATE sessions SET seen_at = ? WHERE token_hash = ?", now, hash));
        }
        return seen.map(found -> found.user().caller(hash));
    }

    /** @param hash the secret's */
    void end(Connection connection, String hash) throws SQLException {
        Row.change(connection, "DELETE FROM sessions WHERE token_hash = ?", hash);
    }

    void endAll(Connection connection, long userId) throws SQLException {
        Row.change(connection, "DELETE FROM sessions WHERE user_id = ?", userId);
    }
}
