package ai.meddoc.server.database;

import ai.meddoc.server.settings.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL of a test's own with our schema in it. */
public record PostgresDatabase(EmbeddedPostgres process, Database database) implements AutoCloseable {

    public static PostgresDatabase start() throws IOException {
        EmbeddedPostgres process = EmbeddedPostgres.start();
        return new PostgresDatabase(
                process,
                Databases.open(new DatabaseUrl.Postgres(
                        "jdbc:postgresql://127.0.0.1:" + process.getPort() + "/postgres", "postgres", "postgres")));
    }

    @Override
    public void close() throws IOException {
        database.close();
        process.close();
    }
}
