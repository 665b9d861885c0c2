package ai.meddoc.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line says what happened and quotes nobody. */
final class LogLinesTest {

    private static final String CANARY = "Zyxwaria Quillfeather";

    private static ExtLogRecord line(String message) {
        ExtLogRecord line = new ExtLogRecord(Level.WARN, message, LogLinesTest.class.getName());
        line.setLoggerName("meddoc.jobs");
        return line;
    }

    @Test
    void writesOneJsonObjectALine() throws IOException {
        ExtLogRecord line = line("say \"a\"\nand b");
        line.putMdc("request_id", "0d9c");
        line.putMdc("queue_age_seconds", "12");

        String text = new JsonLine().format(line);
        JsonNode json = new ObjectMapper().readTree(text);

        assertThat(text.strip().lines()).hasSize(1);
        assertThat(json.path("message").asText()).isEqualTo("say \"a\"\nand b");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.path("logger").asText()).isEqualTo("meddoc.jobs");
        assertThat(json.path("request_id").asText()).isEqualTo("0d9c");
        assertThat(json.path("queue_age_seconds").isNumber()).isTrue();
        assertThat(json.path("time").asText()).endsWith("Z");
    }

    @Test
    void quotesNoException() {
        for (ExtFormatter form : List.of(new JsonLine(), new TextLine())) {
            ExtLogRecord line = line("failed");
            line.setThrown(new IllegalStateException(CANARY, new IOException(CANARY)));
            assertThat(form.format(line)).contains("IllegalStateException").doesNotContain("Quillfeather");
        }
    }

    @Test
    void keepsTextToOneLineOfSingleSpaces() {
        assertThat(new TextLine().format(line("queue 12\r\nforged line")))
                .matches("\\S+ WARN meddoc\\.jobs queue 12 forged line\n");
    }

    /** The alarms on AWS read these words; whoever changes one of them has to change the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "($.logger = \\\"meddoc.jobs\\\") && ($.queue_age_seconds = *)",
                "($.logger = \\\"meddoc.claude\\\") && ($.message = \\\"claude failed*\\\")"
            })
    void writesWhatTheAlarmsRead(String pattern) throws IOException {
        String alarms =
                Files.readString(Path.of("../infra/src/main/java/ai/meddoc/infra/observability/LogMetrics.java"));
        assertThat(alarms).contains(pattern);
    }
}
