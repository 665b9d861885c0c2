package ai.meddoc.server.database;

import ai.meddoc.server.settings.DatabaseUrl;
import ai.meddoc.server.settings.SettingsException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sqlite.SQLiteConfig;

/** Opens a database and brings its schema up to date. */
public final class Databases {

    private static final int SQLITE_CONNECTIONS = 8;
    private static final int POSTGRES_CONNECTIONS = 16;
    private static final int IDLE_IN_TRANSACTION_MILLIS = 5_000;

    private Databases() {}

    /** @throws SettingsException if the database cannot be opened */
    public static Database open(DatabaseUrl url) {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config(url));
            boolean sqlite = url instanceof DatabaseUrl.Sqlite;
            migrate(pool, sqlite);
            return new Database(pool, sqlite);
        } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            if (pool != null) {
                pool.close();
            }
            throw away();
        }
    }

    /**
     * Opens a database as it is, for looking at it.
     *
     * @throws SettingsException if it cannot be opened
     */
    public static Database connect(DatabaseUrl url) {
        try {
            return new Database(new HikariDataSource(config(url)), url instanceof DatabaseUrl.Sqlite);
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw away();
        }
    }

    private static SettingsException away() {
        return new SettingsException(
                "the database of DB_URL cannot be opened; check that it runs, and its address, name, user and"
                        + " password");
    }

    static HikariConfig config(DatabaseUrl url) {
        return switch (url) {
            case DatabaseUrl.Sqlite sqlite -> sqlite(sqlite);
            case DatabaseUrl.Postgres postgres -> postgres(postgres);
        };
    }

    private static HikariConfig sqlite(DatabaseUrl.Sqlite url) {
        createFolder(url.file().toAbsolutePath().getParent());
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // An acknowledged upload survives a power cut, not only a crash of ours.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // What is deleted is overwritten, not only forgotten.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        config.enforceForeignKeys(true);
        config.setBusyTimeout(3_000);
        HikariConfig pool = pool(SQLITE_CONNECTIONS, config.toProperties());
        pool.setJdbcUrl("jdbc:sqlite:" + url.file());
        return pool;
    }

    private static void createFolder(@org.jspecify.annotations.Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new SettingsException("DB_URL: the file's folder does not exist and cannot be made");
        }
    }

    private static HikariConfig postgres(DatabaseUrl.Postgres url) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "meddoc");
        // A process that freezes inside a transaction would keep every writer of the trail waiting for as long.
        properties.setProperty("options", "-c idle_in_transaction_session_timeout=" + IDLE_IN_TRANSACTION_MILLIS);
        // The server's messages would carry the row, and rows are PHI.
        properties.setProperty("logServerErrorDetail", "false");
        HikariConfig pool = pool(POSTGRES_CONNECTIONS, properties);
        pool.setJdbcUrl(url.jdbcUrl());
        pool.setUsername(url.user());
        pool.setPassword(url.password());
        return pool;
    }

    private static HikariConfig pool(int connections, Properties properties) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("meddoc");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(4_000);
        pool.setValidationTimeout(2_000);
        pool.setDataSourceProperties(properties);
        return pool;
    }

    private static void migrate(HikariDataSource pool, boolean sqlite) {
        flyway(pool, sqlite).load().migrate();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    static FluentConfiguration flyway(DataSource pool, boolean sqlite) {
        String identity =
                sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
        return Flyway.configure(Databases.class.getClassLoader())
                .dataSource(pool)
                // Its lock is a transaction that stands idle while a long migration runs beside it.
                .initSql(sqlite ? null : Database.MAY_STAND_IDLE)
                .locations("classpath:db/migration", sqlite ? "classpath:db/sqlite" : "classpath:db/postgres")
                // Each group of tables has its own range of numbers, so a lower one may come later.
                .outOfOrder(true)
                .placeholders(Map.of("identity", identity));
    }
}
