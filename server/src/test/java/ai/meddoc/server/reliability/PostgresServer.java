package ai.meddoc.server.reliability;

import ai.meddoc.server.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** A real PostgreSQL that can be killed and comes back with the same data at the same port. */
final class PostgresServer implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    private PostgresServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.running = begin();
    }

    static PostgresServer start(Path folder) throws IOException {
        return new PostgresServer(folder.resolve("postgres"), RunningServer.freePort());
    }

    private EmbeddedPostgres begin() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "100")
                // As people run it; the test server's own defaults lose what was committed.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** @return {@code DB_URL} of a new, empty database */
    String create(String database) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return "postgresql://postgres:none@127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return running.getDatabase("postgres", database).getConnection();
    }

    /** {@code kill -9} of the postmaster; its children notice and end. */
    void kill() throws IOException, InterruptedException, ExecutionException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
    }

    /** Children of the killed one may hold its memory for a moment, and a stale postmaster.pid delay it. */
    void startAgain() throws IOException, InterruptedException {
        running.close();
        for (int i = 0; ; i++) {
            try {
                running = begin();
                return;
            } catch (IOException | IllegalStateException e) {
                if (i == 20) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
