package ai.meddoc.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * What Secrets Manager keeps, as the program's settings. A function's own settings hold only where a secret is, so
 * that neither a template nor a snapshot outlives a rotation. Thread-safe.
 */
final class Secrets {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Map<String, String> environment;
    private volatile @Nullable Login database;
    private volatile Instant readAt = Instant.EPOCH;

    private Secrets(Map<String, String> environment) {
        this.environment = environment;
    }

    static Secrets ofEnvironment() {
        return new Secrets(System.getenv());
    }

    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    boolean isOld() {
        return readAt.isBefore(Instant.now().minus(FRESH));
    }

    /** Something was refused: perhaps one was rotated just now. */
    void doubt() {
        readAt = Instant.EPOCH;
    }

    Optional<Login> database() {
        return Optional.ofNullable(database);
    }

    /** Reads all that this function has; none is needed where nothing names one. */
    synchronized void read() {
        if (environment.keySet().stream().anyMatch(name -> name.endsWith("_SECRET_ARN"))) {
            try (SecretsManagerClient client = SecretsManagerClient.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build()) {
                readDatabase(client);
                value(client, "AUDIT_KEY_SECRET_ARN").ifPresent(key -> System.setProperty("AUDIT_KEY", key));
                if ("true".equals(environment.get("USE_CLAUDE_REAL"))) {
                    value(client, "ANTHROPIC_SECRET_ARN").ifPresent(Secrets::keepKey);
                }
            }
        }
        readAt = Instant.now();
    }

    private void readDatabase(SecretsManagerClient client) {
        value(client, "DB_SECRET_ARN").ifPresent(text -> {
            Login login = login(text);
            System.setProperty("DB_USER", login.user());
            System.setProperty("DB_PASSWORD", login.password());
            database = login;
        });
    }

    /** As RDS keeps them. */
    private static Login login(String text) {
        try {
            JsonNode fields = Json.read(text);
            return new Login(
                    fields.path("username").asText(), fields.path("password").asText());
        } catch (IOException e) {
            throw new IllegalStateException("DB_SECRET_ARN names a secret that is not RDS's");
        }
    }

    /** In a file, which the engine reads for every call. */
    private static void keepKey(String key) {
        try {
            Path file = Path.of(System.getProperty("java.io.tmpdir"), "anthropic-key");
            Path fresh = Files.createTempFile(
                    "anthropic-key",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, key);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            System.setProperty("ANTHROPIC_API_KEY_FILE", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> value(SecretsManagerClient client, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(arn -> client.getSecretValue(get -> get.secretId(arn)).secretString());
    }
}
