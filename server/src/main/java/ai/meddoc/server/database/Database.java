package ai.meddoc.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections and transactions. Thread-safe. */
public final class Database implements AutoCloseable {

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
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
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

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
