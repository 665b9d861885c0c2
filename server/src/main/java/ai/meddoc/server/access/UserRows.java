package ai.meddoc.server.access;

import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Users in the database. */
@Singleton
final class UserRows {

    static final String COLUMNS =
            "u.id, u.name, u.tenant, u.roles, u.password_hash, u.failures, u.locked_until, u.disabled";
    private static final int MOST_FAILURES = 5;

    Optional<LocalUser> find(Connection connection, String name) throws SQLException {
        return Row.first(connection, "SELECT " + COLUMNS + " FROM users u WHERE u.name = ?", UserRows::user, name);
    }

    List<LocalUser> list(Connection connection, String tenant) throws SQLException {
        return Row.list(
                connection,
                "SELECT " + COLUMNS + " FROM users u WHERE u.tenant = ? ORDER BY u.name",
                UserRows::user,
                tenant);
    }

    /** Only one transaction ever succeeds. */
    void claimFirst(Connection connection, long now) throws SQLException {
        Row.change(connection, "INSERT INTO first_administrator (id, created_at) VALUES (1, ?)", now);
    }

    boolean hasFirst(Connection connection) throws SQLException {
        return Row.first(connection, "SELECT id FROM first_administrator", row -> row.number("id"), new Object[0])
                .isPresent();
    }

    /** False where the name is taken; without an error, which the database would write into its log with the name. */
    boolean insert(Connection connection, NewUser user, long now) throws SQLException {
        return Row.change(
                        connection,
                        "INSERT INTO users"
                                + " (name, tenant, roles, password_hash, failures, locked_until, disabled, created_at)"
                                + " VALUES (?, ?, ?, ?, 0, 0, 0, ?) ON CONFLICT (name) DO NOTHING",
                        user.name(),
                        user.tenant(),
                        Role.text(user.roles()),
                        user.passwordHash(),
                        now)
                > 0;
    }

    void update(Connection connection, LocalUser user) throws SQLException {
        Row.change(
                connection,
                "UPDATE users SET roles = ?, password_hash = ?, disabled = ?, failures = 0, locked_until = 0"
                        + " WHERE id = ?",
                Role.text(user.roles()),
                user.passwordHash(),
                user.disabled() ? 1 : 0,
                user.id());
    }

    boolean delete(Connection connection, long id) throws SQLException {
        return Row.change(connection, "DELETE FROM users WHERE id = ?", id) > 0;
    }

    /** Counts an attempt before it is judged, so that many at once are no way around the limit. */
    void attempt(Connection connection, LocalUser user, long lockUntil) throws SQLException {
        Row.change(
                connection,
                "UPDATE users SET locked_until = CASE WHEN failures + 1 >= ? THEN ? ELSE locked_until END,"
                        + " failures = CASE WHEN failures + 1 >= ? THEN 0 ELSE failures + 1 END WHERE id = ?",
                MOST_FAILURES,
                lockUntil,
                MOST_FAILURES,
                user.id());
    }

    void succeeded(Connection connection, LocalUser user) throws SQLException {
        Row.change(connection, "UPDATE users SET failures = 0, locked_until = 0 WHERE id = ?", user.id());
    }

    static LocalUser user(Row row) throws SQLException {
        return new LocalUser(
                row.number("id"),
                row.text("name"),
                row.text("tenant"),
                Role.parse(row.text("roles")),
                row.text("password_hash"),
                (int) row.number("failures"),
                row.number("locked_until"),
                row.number("disabled") != 0);
    }
}
