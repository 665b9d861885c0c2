package ai.meddoc.server.documents;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.PostgresDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresStorageSweepTest extends StorageSweepContract {

    private static PostgresDatabase postgres;

    @BeforeAll
    static void open() throws IOException {
        postgres = PostgresDatabase.start();
    }

    @AfterAll
    static void close() throws IOException {
        postgres.close();
    }

    @Override
    Database database() {
        return postgres.database();
    }
}
