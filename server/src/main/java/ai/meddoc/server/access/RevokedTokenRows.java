package ai.meddoc.server.access;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** Tokens that their holder signed out of: they hold no more, although they have not expired. Thread-safe. */
@Singleton
final class RevokedTokenRows {

    private static final long SKEW_MILLIS = 60_000;

    private final Database database;
    private final InstantSource clock;

    RevokedTokenRows(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean contains(String hash) {
        return database.read(connection -> Row.first(
                        connection,
                        "SELECT expires_at FROM revoked_tokens WHERE token_hash = ?",
                        row -> row.number("expires_at"),
                        hash)
                .isPresent());
    }

    void add(Connection connection, String hash, long expiresAt) throws SQLException {
        Row.change(connection, "DELETE FROM revoked_tokens WHERE expires_at < ?", clock.millis() - SKEW_MILLIS);
        Row.change(
                connection,
                "INSERT INTO revoked_tokens (token_hash, expires_at) VALUES (?, ?)"
                        + " ON CONFLICT (token_hash) DO NOTHING",
                hash,
                expiresAt);
    }
}
