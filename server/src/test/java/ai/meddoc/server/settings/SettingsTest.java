package ai.meddoc.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings and their table say the same, none is dead, and a wrong one is named. */
final class SettingsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ai.meddoc.server");
    private static final Map<String, String> SERVER = SettingsTable.under("The server");

    @Test
    void listsEverySettingThatIsReadAndNoOther() {
        Set<String> asked = new TreeSet<>();
        Settings.read(new Environment(
                name -> {
                    asked.add(name);
                    return null;
                },
                Map.of()));
        assertThat(asked).isEqualTo(new TreeSet<>(SERVER.keySet()));
    }

    @Test
    void listsTheDefaultsThatApply() {
        Map<String, String> printed = SERVER.entrySet().stream()
                .filter(row -> row.getValue().startsWith("`"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().replace("`", "")));
        assertThat(printed).hasSizeGreaterThan(8);
        assertThat(read(printed))
                .usingRecursiveComparison()
                .ignoringFields("claude.apiKey")
                .isEqualTo(read(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(classes = {Settings.class, AccessSettings.class})
    void usesEverySetting(Class<?> type) {
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        JavaClass settings = CLASSES.get(type);
        Stream<String> outside = settings.getMethodCallsToSelf().stream()
                .filter(call -> !call.getOriginOwner().equals(settings))
                .map(call -> call.getTarget().getName());
        Stream<String> inside = settings.getFieldAccessesFromSelf().stream()
                .filter(access -> !components.contains(access.getOrigin().getName()))
                .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                .map(access -> access.getTarget().getName());
        assertThat(Stream.concat(outside, inside)).containsAll(components);
    }

    @Test
    void listsWhatTheCommandAndThePageRead() throws IOException {
        String command = Files.readString(Path.of("../meddoc"))
                + Files.readString(Path.of("../pdf/src/main/java/ai/meddoc/pdf/LanguageData.java"));
        assertThat(SettingsTable.under("The command").keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(command).contains(name));
        String page = Files.readString(Path.of("../web/src/lib/http.ts"));
        assertThat(SettingsTable.under("The page").keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOST | 0.0.0.0",
                "HOST | example.org",
                "PORT | eighty",
                "PORT | 65536",
                "PORT | -1",
                "ALLOW_UNAUTHENTICATED | maybe",
                "ALLOW_ORIGINS | *",
                "ALLOW_ORIGINS | https://a.example.org/path",
                "ALLOW_ORIGINS | app.example.org",
                "DB_URL | mysql://u:p@h/n",
                "DB_URL | sqlite:///",
                "DB_URL | sqlite:///a\0b",
                "DB_URL | postgresql://h:5432/n",
                "DB_URL | postgresql://u:p@h:x/n",
                "STORAGE_DIR | a\0b",
                "TERMINOLOGY_DIR | a\0b",
                "STORAGE_BUCKET | s3://uploads",
                "STORAGE_BUCKET | Uploads",
                "STORAGE_ENDPOINT | s3.example.org",
                "STORAGE_ENDPOINT | https://s3.example.org/path",
                "READERS | 0",
                "READER_MEMORY_MB | 64",
                "USE_CLAUDE_REAL | true",
                "USE_CLAUDE_REAL | perhaps",
                "CLAUDE_BACKEND | somewhere",
                "ANTHROPIC_BASE_URL | not an address",
                "PROMPT_CACHE_TTL_SECONDS | soon",
                "CLAUDE_BUDGET_PER_DAY | -1",
                "CLAUDE_DEADLINE_SECONDS | 600",
                "CLAUDE_NEVER_SEND | LETTER",
                "MAX_UPLOAD_MB | 0",
                "ANSWER_WITHIN_SECONDS | 301",
                "WORKERS | 0",
                "WORKERS | 1.5",
                "JOB_LEASE_SECONDS | 1",
                "JOBS | some",
                "LOCAL_USERS | maybe",
                "SETUP_TOKEN | short",
                "SESSION_IDLE_MINUTES | 0",
                "SESSION_HOURS | 169",
                "OIDC_ISSUER | https://login.example.org",
                "OIDC_AUDIENCE | meddoc",
                "OIDC_CLIENT_ID | meddoc-web",
                "OIDC_CLIENT_SECRET | s3cr3t",
                "PUBLIC_URL | docs.example.org",
                "REQUESTS_PER_MINUTE | 0",
                "UPLOADS_PER_DAY | -1",
                "AUDIT_KEY | short",
                "LOG_FORMAT | xml",
                "OTEL_EXPORTER_OTLP_ENDPOINT | collector"
            })
    void namesAWrongSettingInOneLineWithoutItsValue(String name, String value) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of(name, value.replace("\\0", "\0"))))
                .satisfies(e -> assertThat(e.getMessage()).contains(name).doesNotContain("\n", "u:p@"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://login.example.org/realm",
        "ftp://login.example.org",
        "login.example.org",
        "https://login.example.org?a=b",
        "https://"
    })
    void takesProvidersWhoseKeysNobodyCanExchange(String issuer) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("OIDC_ISSUER", issuer, "OIDC_AUDIENCE", "meddoc")))
                .withMessageStartingWith("OIDC_ISSUER");
        assertThat(read(Map.of("OIDC_ISSUER", "https://login.example.org/realm", "OIDC_AUDIENCE", "meddoc"))
                        .access()
                        .signIn())
                .isTrue();
    }

    @Test
    void letsOthersConnectOnlyWhenTold() {
        Settings settings = read(Map.of("HOST", "0.0.0.0", "ALLOW_UNAUTHENTICATED", "true"));
        assertThat(settings.loopbackOnly()).isFalse();
        assertThat(read(Map.of("HOST", "0.0.0.0", "LOCAL_USERS", "true")).loopbackOnly())
                .isFalse();
        assertThat(read(Map.of("HOST", "localhost")).loopbackOnly()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://user:p%40ss@db:5433/med?sslmode=require"
                        + "| jdbc:postgresql://db:5433/med?sslmode=require | user | p@ss",
                "postgres://user@db/med | jdbc:postgresql://db:5432/med | user | ''",
                "postgresql+psycopg2://u:a+b@db/med | jdbc:postgresql://db:5432/med | u | a+b"
            })
    void readsTheReferencesFormOfADatabaseUrl(String url, String jdbc, String user, String password) {
        assertThat(DatabaseUrl.parse(url, "", "")).isEqualTo(new DatabaseUrl.Postgres(jdbc, user, password));
    }

    @ParameterizedTest
    @CsvSource({"postgresql://db/med", "postgresql://old:gone@db:5432/med"})
    void takesUserAndPasswordFromSettingsOfTheirOwn(String url) {
        assertThat(DatabaseUrl.parse(url, "medai", "p%40@:/"))
                .isEqualTo(new DatabaseUrl.Postgres("jdbc:postgresql://db:5432/med", "medai", "p%40@:/"));
    }

    @Test
    void printsNoSecret() {
        Map<String, String> secrets = Map.of(
                "DB_URL", "postgresql://meddoc:s3cr3t-of-the-database@db:5432/meddoc",
                "AUDIT_KEY", "s3cr3t-that-seals-the-trail-and-is-long",
                "SETUP_TOKEN", "s3cr3t-that-proves-the-operator-and-is-long",
                "OIDC_ISSUER", "https://login.example.org/realm",
                "OIDC_AUDIENCE", "meddoc",
                "OIDC_CLIENT_ID", "meddoc-web",
                "OIDC_CLIENT_SECRET", "s3cr3t-of-the-client",
                "PUBLIC_URL", "https://docs.example.org",
                "USE_CLAUDE_REAL", "true",
                "ANTHROPIC_API_KEY", "s3cr3t-of-claude");
        Settings settings = read(secrets);
        assertThat(settings.toString() + settings.access() + settings.access().oidcClient() + settings.database())
                .doesNotContain("s3cr3t");
    }

    private static Settings read(Map<String, String> variables) {
        return Settings.read(new Environment(variables::get, Map.of()));
    }
}
