package ai.meddoc.infra.database;

import java.util.Map;

/** What the server is told to do: TLS only, and statements in its log without the values in them. */
final class PostgresSettings {

    static final String MAJOR = "17";
    static final String USER = "medai";

    private PostgresSettings() {}

    /**
     * Bound values are PHI: statements are logged with their placeholders, never with what was bound, and errors without
     * their details, which quote rows.
     */
    static Map<String, String> parameters() {
        return Map.of(
                "rds.force_ssl", "1",
                "log_statement", "mod",
                "log_min_duration_statement", "500",
                "log_parameter_max_length", "0",
                "log_parameter_max_length_on_error", "0",
                "log_error_verbosity", "terse",
                // A process that stops in the middle of a transaction must not hold what others wait for.
                "idle_in_transaction_session_timeout", "60000",
                "log_connections", "1",
                "log_disconnections", "1");
    }
}
