package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys for programs. A key is shown once; the database knows it by its hash alone. Thread-safe. */
@Singleton
final class ApiKeyRows {

    /** By which keys are told from tokens, and found by scanners where they leaked. */
    static final String PREFIX = "meddoc_";

    private static final String COLUMNS =
            "SELECT id, name, tenant, permissions, created_by, created_at, expires_at, revoked_at FROM api_keys";

    private final Database database;
    private final InstantSource clock;

    ApiKeyRows(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A key to be made. */
    record NewKey(String name, Actor by, Set<Permission> permissions, Instant expires) {

        NewKey {
            permissions = Set.copyOf(permissions);
        }
    }

    /** @param hash of the secret */
    long insert(Connection connection, NewKey key, String hash) throws SQLException {
        return Row.first(
                        connection,
                        "INSERT INTO api_keys (key_hash, name, tenant, permissions, created_by, created_at, expires_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                        row -> row.number("id"),
                        hash,
                        key.name(),
                        key.by().tenant(),
                        text(key.permissions()),
                        key.by().name(),
                        clock.millis(),
                        key.expires().toEpochMilli())
                .orElseThrow();
    }

    List<ApiKeyJson> list(Connection connection, String tenant) throws SQLException {
        return Row.list(connection, COLUMNS + " WHERE tenant = ? ORDER BY id", ApiKeyRows::json, tenant);
    }

    boolean revoke(Connection connection, long id, String tenant) throws SQLException {
        return Row.change(
                        connection,
                        "UPDATE api_keys SET revoked_at = ? WHERE id = ? AND tenant = ? AND revoked_at IS NULL",
                        clock.millis(),
                        id,
                        tenant)
                > 0;
    }

    /** Whoever holds this key, if it is neither revoked nor expired. */
    Optional<Caller> find(String key) {
        String hash = Secrets.hash(key);
        return database.read(connection -> Row.first(
                connection,
                COLUMNS + " WHERE key_hash = ? AND revoked_at IS NULL AND expires_at > ?",
                row -> new Caller(
                        new Actor(row.text("tenant"), "key-" + row.number("id"), Actor.Kind.API_KEY),
                        row.text("name"),
                        Set.of(),
                        permissions(row.text("permissions")),
                        hash),
                hash,
                clock.millis()));
    }

    private static ApiKeyJson json(Row row) throws SQLException {
        return new ApiKeyJson(
                row.number("id"),
                row.text("name"),
                permissions(row.text("permissions")).stream()
                        .map(Permission::wireName)
                        .toList(),
                row.text("created_by"),
                Instant.ofEpochMilli(row.number("created_at")),
                Instant.ofEpochMilli(row.number("expires_at")),
                instant(row.numberOrNull("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static String text(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::wireName).collect(Collectors.joining(","));
    }

    private static Set<Permission> permissions(String text) {
        return Arrays.stream(text.split(","))
                .flatMap(name -> Permission.fromWireName(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
