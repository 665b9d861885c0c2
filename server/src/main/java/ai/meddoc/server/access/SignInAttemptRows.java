package ai.meddoc.server.access;

import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Attempts to sign in at the provider, each good for one answer within ten minutes. */
@Singleton
final class SignInAttemptRows {

    static final long LIFE_MILLIS = 600_000;

    /**
     * An attempt.
     *
     * @param state what the provider gives back with its answer
     * @param browser what the browser that began it keeps as a cookie
     * @param nonce what the provider's token must carry
     * @param verifier what proves to the provider that the answer came to us
     */
    record Attempt(String state, String browser, String nonce, String verifier) {

        static Attempt fresh() {
            return new Attempt(Secrets.fresh(), Secrets.fresh(), Secrets.fresh(), Secrets.fresh());
        }

        @Override
        public String toString() {
            return "Attempt[***]";
        }
    }

    void insert(Connection connection, Attempt attempt, long now) throws SQLException {
        Row.change(connection, "DELETE FROM sign_in_attempts WHERE created_at <= ?", now - LIFE_MILLIS);
        Row.change(
                connection,
                "INSERT INTO sign_in_attempts (state_hash, browser_hash, nonce, verifier, created_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                Secrets.hash(attempt.state()),
                Secrets.hash(attempt.browser()),
                attempt.nonce(),
                attempt.verifier(),
                now);
    }

    /** Takes an attempt away: whoever comes second with the same state finds none, and so does another browser. */
    Optional<Attempt> take(Connection connection, String state, String browser, long now) throws SQLException {
        return Row.first(
                        connection,
                        "DELETE FROM sign_in_attempts WHERE state_hash = ? AND created_at > ?"
                                + " RETURNING browser_hash, nonce, verifier",
                        row -> new Attempt(
                                state,
                                Secrets.same(row.text("browser_hash"), Secrets.hash(browser)) ? browser : "",
                                row.text("nonce"),
                                row.text("verifier")),
                        Secrets.hash(state),
                        now - LIFE_MILLIS)
                .filter(attempt -> !attempt.browser().isEmpty());
    }
}
