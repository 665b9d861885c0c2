package ai.meddoc.infra.vm;

import ai.meddoc.infra.runtime.ProgramSettings;
import ai.meddoc.infra.runtime.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Fn;

/** What an instance does at its first start: settings as shell variables, then {@code user-data.sh}. */
final class FirstStart {

    private final Surroundings around;
    private final String build;
    private final String log;

    /** @param build the key of the build in the artifacts' bucket */
    FirstStart(Surroundings around, String build, String log) {
        this.around = around;
        this.build = build;
        this.log = log;
    }

    /** As CloudFormation wants it: in base64, with its own values put in. */
    String userData() {
        StringBuilder script = new StringBuilder("#!/bin/bash\n");
        line(script, "ARTIFACTS", around.ground().artifacts().getBucketName());
        line(script, "BUILD", build);
        line(script, "REGION", around.config().region());
        line(script, "SETTINGS", Fn.base64(settings()));
        line(script, "NGINX", Fn.base64(resource("nginx.conf")));
        line(script, "UNIT", Fn.base64(resource("meddoc.service")));
        line(script, "SECRETS_SCRIPT", Fn.base64(resource("read-secrets.sh")));
        line(script, "INSTALL_SCRIPT", Fn.base64(resource("install-build.sh")));
        line(script, "AGENT", Fn.base64(resource("agent.json").replace("LOG_GROUP", log)));
        return Fn.base64(script + resource("user-data.sh"));
    }

    /** Behind nginx: on the loopback address, one port up. */
    private String settings() {
        Map<String, String> settings = new TreeMap<>(new ProgramSettings(around).plain());
        settings.put("HOST", "127.0.0.1");
        settings.put("PORT", "8080");
        // nginx on the same machine.
        settings.put("TRUSTED_PROXIES", "127.0.0.1");
        settings.put("AWS_REGION", around.config().region());
        settings.put("DB_SECRET_ARN", around.data().database().secretArn());
        settings.put("ANTHROPIC_SECRET_ARN", around.data().anthropicKey().getSecretArn());
        settings.put("AUDIT_KEY_SECRET_ARN", around.data().auditKey().getSecretArn());
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318");
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }

    private static void line(StringBuilder script, String name, String value) {
        script.append(name).append("='").append(value).append("'\n");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(FirstStart.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
