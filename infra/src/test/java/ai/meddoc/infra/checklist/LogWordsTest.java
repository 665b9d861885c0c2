package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the alarms look for in the program's log, it writes: the patterns stand in {@link ObservabilityLines}. */
class LogWordsTest {

    private static final Path SERVER = Path.of("..", "server", "src", "main", "java", "ai", "meddoc", "server");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    telemetry/MeasuredEngine.java | Logger.getLogger("meddoc.claude")
                    telemetry/MeasuredEngine.java | LOG.warn("claude failed
                    analyses/BacklogWatch.java    | Logger.getLogger("meddoc.jobs")
                    analyses/BacklogWatch.java    | MDC.put("queue_age_seconds", seconds)
                    logs/JsonLine.java            | fields.put("logger", String.valueOf(line.getLoggerName()))
                    logs/JsonLine.java            | fields.put("message", String.valueOf(formatMessage(line)))
                    """)
    void theProgramWritesWhatTheAlarmsRead(String file, String words) throws IOException {
        assertThat(Files.readString(SERVER.resolve(file))).contains(words);
    }
}
