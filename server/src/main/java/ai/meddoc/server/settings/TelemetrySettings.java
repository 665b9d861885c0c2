package ai.meddoc.server.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the server tells its operators. Immutable.
 *
 * @param managementHost the address of the port of their own
 * @param managementPort where health and figures are told without signing in; 0 for none
 * @param collector the OpenTelemetry collector that takes traces by OTLP over HTTP; none for no traces
 */
public record TelemetrySettings(
        LogFormat logFormat, String managementHost, int managementPort, Optional<URI> collector) {

    /** How log lines are written. */
    public enum LogFormat {
        /** JSON, unless people read along. */
        AUTO,
        JSON,
        TEXT
    }

    static TelemetrySettings read(SettingReader reader) {
        return new TelemetrySettings(
                format(reader.text("LOG_FORMAT", "auto")),
                reader.text("MANAGEMENT_HOST", "127.0.0.1"),
                reader.number("MANAGEMENT_PORT", 0, 0, 65_535),
                Optional.ofNullable(reader.address("OTEL_EXPORTER_OTLP_ENDPOINT")));
    }

    private static LogFormat format(String name) {
        return Arrays.stream(LogFormat.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new SettingsException("LOG_FORMAT must be auto, json or text"));
    }
}
