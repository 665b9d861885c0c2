package ai.meddoc.server.documents;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.DatabaseUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStorageSweepTest extends StorageSweepContract {

    private static Database database;

    @BeforeAll
    static void open(@TempDir Path folder) {
        database = Databases.open(new DatabaseUrl.Sqlite(folder.resolve("storage.db")));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
