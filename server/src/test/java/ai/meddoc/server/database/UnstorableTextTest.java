package ai.meddoc.server.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.meddoc.server.settings.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that a database does not have are the caller's mistake, and both databases say so alike. */
final class UnstorableTextTest {

    private static PostgresDatabase postgres;
    private static Database sqlite;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        postgres = PostgresDatabase.start();
        sqlite = Databases.open(new DatabaseUrl.Sqlite(folder.resolve("texts.db")));
    }

    @AfterAll
    static void close() throws IOException {
        postgres.close();
        sqlite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "a\0b"})
    void refusesNulWhereverItIsStoredOrLookedFor(String text) {
        for (Database database : new Database[] {postgres.database(), sqlite}) {
            unstorable(
                    database,
                    connection -> Row.change(
                            connection, "INSERT INTO blobs_to_delete (storage_key, since) VALUES (?, ?)", text, 1L));
            unstorable(
                    database,
                    connection -> Row.list(
                            connection,
                            "SELECT since FROM blobs_to_delete WHERE storage_key = ?",
                            row -> row.number("since"),
                            text));
        }
    }

    @Test
    void knowsWhatPostgresSaysOfCharacters() {
        for (String sql : new String[] {"SELECT convert_from('\\x80', 'UTF8')", "SELECT '\"\\u0000\"'::jsonb"}) {
            unstorable(postgres.database(), connection -> Row.list(connection, sql, row -> 1));
        }
    }

    private static void unstorable(Database database, Database.Work<?> work) {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> database.write(work::on))
                .extracting(DatabaseException::reason)
                .isEqualTo(DatabaseException.Reason.UNSTORABLE_TEXT);
    }
}
