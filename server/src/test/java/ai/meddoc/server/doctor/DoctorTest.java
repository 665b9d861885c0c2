package ai.meddoc.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.DatabaseUrl;
import ai.meddoc.server.settings.GivenSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing broken by itself: it is named, what to do is said, and no secret is. */
final class DoctorTest {

    private static final String SECRET = "a-secret-that-nobody-may-read-in-a-log";

    @TempDir
    private Path folder = Path.of("");

    private record Visit(int exitCode, String said) {}

    private Visit visit(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "DB_URL",
                "sqlite:///" + folder.resolve("app.db"),
                "STORAGE_DIR",
                folder.resolve("files").toString(),
                "WORKERS",
                "1"));
        all.putAll(settings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode =
                new Doctor(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(GivenSettings.environment(all));
        String said = bytes.toString(StandardCharsets.UTF_8);
        assertThat(said).doesNotContain(SECRET);
        return new Visit(exitCode, said);
    }

    @Test
    void aNewPlaceIsFineAndStaysAsItIs() throws IOException {
        Visit visit = visit(Map.of());
        assertThat(visit.said()).doesNotContain("!!").contains("is made by the server's first start");
        assertThat(visit.exitCode()).isZero();
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made).isEmpty();
        }
    }

    @Test
    void aRunningPlaceIsFine() throws IOException {
        Databases.open(new DatabaseUrl.Sqlite(folder.resolve("app.db"))).close();
        Files.createDirectory(folder.resolve("files"));
        Visit visit = visit(Map.of("AUDIT_KEY", SECRET, "ALLOW_ORIGINS", "https://app.example.org"));
        assertThat(visit.exitCode()).as(visit.said()).isZero();
        assertThat(visit.said())
                .contains("none waits", "files is written", "https://app.example.org may call", "AUDIT_KEY is set")
                .contains("claude         off");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DB_URL               | nonsense             | DB_URL must be
                    PORT                 | eighty               | PORT must be
                    ALLOW_ORIGINS        | *                    | ALLOW_ORIGINS must list origins
                    AUDIT_KEY            | short                | AUDIT_KEY must have at least
                    STORAGE_BUCKET       | Not_A_Bucket         | STORAGE_BUCKET must be the name
                    USE_CLAUDE_REAL      | true                 | USE_CLAUDE_REAL must be false while there is no key
                    ENCRYPTION_KEY_FILE  | /no/such/file        | ENCRYPTION_KEY_FILE must be a file
                    """)
    void namesAWrongSetting(String name, String value, String said) {
        Visit visit = visit(Map.of(name, value));
        assertThat(visit.exitCode()).isEqualTo(2);
        assertThat(visit.said()).contains("!!", said);
    }

    @Test
    void aWrongSettingNeverShowsItsValue() {
        assertThat(visit(Map.of("DB_URL", "mysql://root:" + SECRET + "@db/x")).exitCode())
                .isEqualTo(2);
        assertThat(visit(Map.of("DB_URL", "postgresql://u:" + SECRET + "@127.0.0.1:1/x"))
                        .said())
                .contains("the server of DB_URL does not answer");
    }

    @Test
    void aFolderThatCannotBeMadeIsUnavailable() {
        Visit visit = visit(Map.of("STORAGE_DIR", "/proc/x"));
        assertThat(visit.exitCode()).isEqualTo(69);
        assertThat(visit.said()).contains("!!   storage        STORAGE_DIR");
        assertThat(visit(Map.of("DB_URL", "sqlite:////proc/x/app.db")).exitCode())
                .isEqualTo(69);
    }

    @Test
    void aFileWhereTheFolderShouldBeIsUnavailable() throws IOException {
        Files.writeString(folder.resolve("files"), "");
        assertThat(visit(Map.of()).said()).contains("is no folder");
    }

    @Test
    void aFullDiskIsUnavailable() {
        CheckResult finding = FolderCheck.of(folder, Long.MAX_VALUE);
        assertThat(finding.mark()).isEqualTo(CheckResult.Mark.UNAVAILABLE);
        assertThat(finding.text()).contains("make room");
    }

    @Test
    void aDamagedFileOfRowsIsUnavailable() throws IOException {
        Files.writeString(folder.resolve("app.db"), "no database at all".repeat(100));
        Visit visit = visit(Map.of());
        assertThat(visit.exitCode()).isEqualTo(69);
        assertThat(visit.said()).contains("is no database, or is damaged");
    }

    @Test
    void tablesOfOthersAreNotTakenForOurs() throws SQLException {
        change("CREATE TABLE patients (id INTEGER)");
        Visit visit = visit(Map.of());
        assertThat(visit.exitCode()).isEqualTo(69);
        assertThat(visit.said()).contains("tables that are not ours");
    }

    @Test
    void aSchemaThatDoesNotFitIsUnavailable() throws SQLException {
        Databases.open(new DatabaseUrl.Sqlite(folder.resolve("app.db"))).close();
        change("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
        Visit visit = visit(Map.of());
        assertThat(visit.exitCode()).isEqualTo(69);
        assertThat(visit.said()).contains("not as the migrations make them");
    }

    @Test
    void migrationsThatWaitAreCounted() throws SQLException {
        Databases.open(new DatabaseUrl.Sqlite(folder.resolve("app.db"))).close();
        change("DELETE FROM flyway_schema_history WHERE installed_rank ="
                + " (SELECT MAX(installed_rank) FROM flyway_schema_history)");
        Visit visit = visit(Map.of());
        assertThat(visit.exitCode()).as(visit.said()).isZero();
        assertThat(visit.said()).contains("1 wait for the server's next start");
    }

    @Test
    void aLockedDatabaseIsUnavailable() throws SQLException {
        Databases.open(new DatabaseUrl.Sqlite(folder.resolve("app.db"))).close();
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThat(visit(Map.of()).said()).contains("is locked by another program");
        }
    }

    @Test
    void aBucketWantsAnAuditKey() {
        Map<String, String> settings = Map.of("STORAGE_BUCKET", "a-bucket");
        List<CheckResult> findings = AccessCheck.of(GivenSettings.of(settings));
        assertThat(findings)
                .anyMatch(finding -> finding.mark() == CheckResult.Mark.WRONG_SETTING
                        && finding.text().startsWith("AUDIT_KEY is missing"));
    }

    @Test
    void originsInTheClearAndOpenPortsAreNoted() {
        Visit visit = visit(
                Map.of("ALLOW_ORIGINS", "http://app.example.org", "HOST", "0.0.0.0", "ALLOW_UNAUTHENTICATED", "true"));
        assertThat(visit.exitCode()).isZero();
        assertThat(visit.said())
                .contains("--   cors")
                .contains("without TLS: http://app.example.org")
                .contains("--   sign-in");
    }

    @Test
    void aServerOfClaudeThatDoesNotAnswerIsUnavailable() {
        Visit visit = visit(Map.of(
                "USE_CLAUDE_REAL", "true", "ANTHROPIC_API_KEY", SECRET, "ANTHROPIC_BASE_URL", "http://127.0.0.1:1"));
        assertThat(visit.exitCode()).as(visit.said()).isEqualTo(69);
        assertThat(visit.said()).contains("!!   claude", "Until then the local engine answers.");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
    }
}
