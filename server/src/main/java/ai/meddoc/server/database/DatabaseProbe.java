package ai.meddoc.server.database;

import ai.meddoc.server.settings.DatabaseUrl;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;

/** Looks at a database for whoever has to mend it: nothing in it is changed. */
public final class DatabaseProbe {

    private final HikariDataSource pool;
    private final boolean sqlite;

    private DatabaseProbe(HikariDataSource pool, boolean sqlite) {
        this.pool = pool;
        this.sqlite = sqlite;
    }

    /**
     * What was found.
     *
     * @param trouble the first thing that keeps the server from working with it
     * @param encrypted whether the connection is
     * @param applied migrations that it has seen
     * @param pending those that the server's next start adds
     */
    public record Found(Optional<DatabaseTrouble> trouble, boolean encrypted, int applied, int pending) {}

    public static Found look(DatabaseUrl url) {
        HikariConfig config = Databases.config(url);
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            return new DatabaseProbe(pool, url instanceof DatabaseUrl.Sqlite).look();
        } catch (PoolInitializationException e) {
            return new Found(Optional.of(DatabaseTrouble.of(e.getCause())), false, 0, 0);
        } catch (SQLException | FlywayException e) {
            return new Found(Optional.of(DatabaseTrouble.of(e)), false, 0, 0);
        }
    }

    private Found look() throws SQLException {
        boolean encrypted = !sqlite && isEncrypted();
        MigrationInfoService migrations = Databases.flyway(pool, sqlite).load().info();
        int applied = migrations.applied().length;
        int pending = migrations.pending().length;
        Optional<DatabaseTrouble> trouble = schema(applied);
        return new Found(trouble.isPresent() ? trouble : write(pending), encrypted, applied, pending);
    }

    private boolean isEncrypted() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Optional<DatabaseTrouble> schema(int applied) throws SQLException {
        if (applied == 0) {
            return holdsTables() ? Optional.of(DatabaseTrouble.OF_OTHERS) : Optional.empty();
        }
        // One that is still to come, or that a newer server added, does not keep this one from starting.
        Flyway flyway = Databases.flyway(pool, sqlite)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
        return flyway.validateWithResult().validationSuccessful
                ? Optional.empty()
                : Optional.of(DatabaseTrouble.SCHEMA_CHANGED);
    }

    private boolean holdsTables() throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /** As the server will: tables where migrations wait, rows otherwise. Rolled back. */
    private Optional<DatabaseTrouble> write(int pending) {
        String change = pending > 0
                ? "CREATE TABLE doctor_was_here (id INTEGER)"
                : "UPDATE documents SET state = state WHERE id = 0";
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.executeUpdate(change);
                return Optional.empty();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return Optional.of(DatabaseTrouble.of(e));
        }
    }
}
