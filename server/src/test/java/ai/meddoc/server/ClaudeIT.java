package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server with Claude switched on while nobody answers there. */
@Timeout(120)
final class ClaudeIT {

    private static final String KEY = "sk-test-canary-8841";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersByTheLocalEngineAndSaysSo() throws IOException {
        Map<String, String> settings = Map.of(
                "USE_CLAUDE_REAL",
                "true",
                "ANTHROPIC_API_KEY",
                KEY,
                "ANTHROPIC_BASE_URL",
                "http://127.0.0.1:" + RunningServer.freePort());
        try (RunningServer server = RunningServer.start(folder, settings)) {
            JsonNode reply = server.api()
                    .post("/extract-codes", "{\"document_text\":\"ASSESSMENT: Essential hypertension.\"}")
                    .json();

            assertThat(reply.path("codes").path(0).path("code").asText()).isEqualTo("I10");
            assertThat(reply.path("engine").toString()).contains("local (claude unavailable)");
            assertThat(reply.path("findings").toString()).contains("ENGINE_FALLBACK");
            assertThat(server.log())
                    .doesNotContain(KEY)
                    .doesNotContain("hypertension")
                    .contains("claude failed");
            assertThat(server.api().get("/metrics").text()).contains("meddoc_claude_errors_total 1");
        }
    }

    @Test
    void doesNotStartWithoutAKey() throws IOException, InterruptedException {
        RunningServer server =
                RunningServer.launch(folder, Map.of("USE_CLAUDE_REAL", "true"), RunningServer.freePort());

        assertThat(server.awaitExit()).isEqualTo(2);
        assertThat(server.log()).contains("USE_CLAUDE_REAL", "ANTHROPIC_API_KEY");
    }
}
