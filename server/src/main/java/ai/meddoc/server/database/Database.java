package ai.meddoc.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** Connections and transactions. Thread-safe. */
public final class Database implements AutoCloseable {

    /** For work that waits between its statements, as copying files does; others are cut off. */
    static final String MAY_STAND_IDLE = "SET idle_in_transaction_session_timeout = 0";

    private final HikariDataSource pool;

    /** SQLite has one writer: waiting here is fair and costs nothing, waiting in SQLite is a sleep that may starve. */
    private final @Nullable Lock oneWriter;

    Database(HikariDataSource pool, boolean singleWriter) {
        this.pool = pool;
        this.oneWriter = singleWriter ? new ReentrantLock(true) : null;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** One statement, or several that need no common snapshot. */
    public <T extends @Nullable Object> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Reads of one moment, whatever others write meanwhile; they need not wait. */
    public <T extends @Nullable Object> T snapshot(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            beginSnapshot(connection);
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                endSnapshot(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void beginSnapshot(Connection connection) throws SQLException {
        if (oneWriter == null) {
            execute(connection, MAY_STAND_IDLE);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
        } else {
            mode(connection, SQLiteConfig.TransactionMode.DEFERRED);
        }
        connection.setAutoCommit(false);
    }

    private void endSnapshot(Connection connection) throws SQLException {
        if (oneWriter == null) {
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            execute(connection, "RESET idle_in_transaction_session_timeout");
        } else {
            mode(connection, SQLiteConfig.TransactionMode.IMMEDIATE);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void mode(Connection connection, SQLiteConfig.TransactionMode mode) throws SQLException {
        connection.unwrap(SQLiteConnection.class).setCurrentTransactionMode(mode);
    }

    /** All or nothing: commits when the work returns, rolls back when it throws. */
    public <T extends @Nullable Object> T write(Work<T> work) {
        if (oneWriter == null) {
            return transaction(work);
        }
        oneWriter.lock();
        try {
            return transaction(work);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T extends @Nullable Object> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                // The pool puts autocommit back; doing it here could fail, or commit half of what an Error broke off.
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * A database that is full or gone has often rolled back by itself, and then refuses to: the reason is what counts, and
     * nobody uses the connection again.
     */
    private void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            pool.evictConnection(connection);
            reason.addSuppressed(e);
        }
    }

    /** Whether the database answers. */
    public boolean isReady() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Lets its connections be counted. */
    public void measure(MeterRegistry meters) {
        pool.setMetricRegistry(meters);
    }

    /** Lets go of every connection and keeps none in reserve, as before a snapshot: the next call opens a new one. */
    public void disconnect() {
        pool.getHikariConfigMXBean().setMinimumIdle(0);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** For connections opened from now on: the password was rotated. */
    public void signInAs(String user, String password) {
        pool.getHikariConfigMXBean().setUsername(user);
        pool.getHikariConfigMXBean().setPassword(password);
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
