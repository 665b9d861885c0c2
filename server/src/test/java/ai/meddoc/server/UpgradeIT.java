package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the local engine answered while Claude was away is asked of Claude again, when somebody asked for that. */
@Timeout(240)
final class UpgradeIT {

    private static final byte[] NOTE =
            "ASSESSMENT: Essential hypertension. Continue lisinopril 20 mg daily.".getBytes(StandardCharsets.UTF_8);

    private final Contract contract = new Contract();
    private final LoopbackClaude claude = new LoopbackClaude();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        claude.close();
    }

    private RunningServer start(String... more) {
        Map<String, String> settings = claude.settings();
        for (String setting : more) {
            settings.put(setting, "true");
        }
        return RunningServer.start(folder, settings);
    }

    private static long upload(RunningServer server, Map<String, String> fields) {
        JsonNode reply = server.api().upload("a.txt", NOTE, fields).json();
        assertThat(reply.at("/results/engine").asText()).isEqualTo("local (claude unavailable)");
        return reply.path("document_id").asLong();
    }

    private static JsonNode document(RunningServer server, long id) {
        return server.api().get("/documents/" + id).json();
    }

    private static void awaitClaude(RunningServer server, long id) throws InterruptedException {
        for (int i = 0; i < 900; i++) {
            if (document(server, id).at("/results/engine").asText().equals("claude")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not upgraded: " + server.api().get("/jobs").text());
    }

    @Test
    void comesThroughTheQueueAndARestartWhenTheUploadAskedForIt() throws Exception {
        claude.away(true);
        long plain;
        long wanted;
        try (RunningServer server = start()) {
            plain = upload(server, Map.of());
            wanted = upload(server, Map.of("upgrade_later", "true"));
            JsonNode jobs = server.api().get("/jobs?state=queued").json();
            contract.checkEach(jobs, "Job");
            assertThat(jobs).hasSize(1);
            assertThat(jobs.path(0).path("document_id").asLong()).isEqualTo(wanted);
            assertThat(jobs.path(0).path("upgrade").asBoolean()).isTrue();
            assertThat(document(server, wanted).path("state").asText()).isEqualTo("processed");
        }
        claude.away(false);
        try (RunningServer server = start()) {
            awaitClaude(server, wanted);
            JsonNode versions =
                    server.api().get("/documents/" + wanted + "/analyses").json();
            assertThat(versions.findValuesAsText("engine")).isEqualTo(List.of("claude", "local (claude unavailable)"));
            assertThat(document(server, wanted)
                            .at("/results/cost/micro_dollars")
                            .asLong())
                    .isEqualTo(LoopbackClaude.MICRO_DOLLARS);
            assertThat(document(server, plain).at("/results/engine").asText()).isEqualTo("local (claude unavailable)");
        }
    }

    @Test
    void waitsWhileClaudeIsStillAwayAndComesForEveryDocumentBySetting() throws Exception {
        claude.away(true);
        try (RunningServer server = start("CLAUDE_UPGRADE_LATER")) {
            long id = upload(server, Map.of());
            int asked = claude.calls();
            for (int i = 0; i < 600 && claude.calls() == asked; i++) {
                Thread.sleep(100);
            }
            assertThat(claude.calls()).as("it was asked again").isGreaterThan(asked);
            assertThat(server.api().get("/documents/" + id + "/analyses").json())
                    .as("and the local answer was not stored twice")
                    .hasSize(1);
            claude.away(false);
            awaitClaude(server, id);
            assertThat(server.api().get("/jobs?state=failed").json()).isEmpty();
        }
    }
}
