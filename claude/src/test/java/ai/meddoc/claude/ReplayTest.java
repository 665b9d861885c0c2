package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.claude.call.ModelServer;
import ai.meddoc.claude.replay.Recording;
import ai.meddoc.claude.replay.RecordingServer;
import ai.meddoc.claude.replay.ReplayServer;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.text.DocumentText;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {

    private static final String NOTE = "ASSESSMENT:\n1. Hypertension. Continue lisinopril 20 mg daily.\n";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_recorded_reply_is_given_again_and_no_other() throws Exception {
        Path file = folder.resolve("recordings/notes.jsonl");
        Analysis live;
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ClaudeSettings settings = TestSettings.patient(server.uri());
            ModelServer recording = new RecordingServer(Claude.server(settings), Recording.at(file));
            ClaudeEngine engine = Claude.on(recording, settings, TestSettings.LOCAL, cost -> {});
            live = analyze(engine, NOTE);
            analyze(engine, NOTE);
            assertThat(server.calls()).isEqualTo(1);
        }
        assertThat(Files.readString(file)).hasLineCount(1);
        ClaudeEngine replaying = Claude.on(
                new ReplayServer(Recording.at(file)), TestSettings.patient(NOWHERE), TestSettings.LOCAL, cost -> {});
        assertThat(analyze(replaying, NOTE)).isEqualTo(live);
        assertThat(analyze(replaying, NOTE).provenance().engine()).isEqualTo("claude");
        assertThat(analyze(replaying, NOTE + "More.").provenance().engine()).isEqualTo("local (claude unavailable)");
    }

    private static Analysis analyze(ClaudeEngine engine, String text) {
        return engine.analyze(AnalysisRequest.of(DocumentText.of(text)));
    }
}
