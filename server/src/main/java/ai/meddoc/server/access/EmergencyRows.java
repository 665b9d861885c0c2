package ai.meddoc.server.access;

import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Emergency accesses that were begun, one for each session or token. */
@Singleton
final class EmergencyRows {

    void begin(Connection connection, String credential, EmergencyAccess.Grant grant, long now) throws SQLException {
        Row.change(
                connection, "DELETE FROM emergency_grants WHERE credential_hash = ? OR until_at <= ?", credential, now);
        Row.change(
                connection,
                "INSERT INTO emergency_grants (credential_hash, reason, until_at) VALUES (?, ?, ?)",
                credential,
                grant.reason(),
                grant.until().toEpochMilli());
    }

    void end(Connection connection, String credential) throws SQLException {
        Row.change(connection, "DELETE FROM emergency_grants WHERE credential_hash = ?", credential);
    }

    Optional<EmergencyAccess.Grant> find(Connection connection, String credential, long now) throws SQLException {
        return Row.first(
                connection,
                "SELECT reason, until_at FROM emergency_grants WHERE credential_hash = ? AND until_at > ?",
                row -> new EmergencyAccess.Grant(row.text("reason"), Instant.ofEpochMilli(row.number("until_at"))),
                credential,
                now);
    }
}
