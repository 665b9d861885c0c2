package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.claude.deid.Policy;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scanned pages leave as pictures only where that is allowed in so many words. */
final class ScanTest {

    private static final String NOTE = "ASSESSMENT:\n1. Hypertension. Continue lisinopril 20 mg daily.\n";
    private static final byte[] PDF = "%PDF-1.7 a scan".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"OFF, true, OCR, true", "ON, true, OCR, false", "OFF, false, OCR, false", "OFF, true, TEXT, false"})
    void is_sent_only_when_allowed(Policy.Mode mode, boolean allowed, Page.Origin origin, boolean sent) {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ask(server, mode, allowed, origin);
            assertThat(server.bodies().get(0).contains("application/pdf")).isEqualTo(sent);
        }
    }

    @Test
    void comes_before_the_words_about_it() throws Exception {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ask(server, Policy.Mode.OFF, true, Page.Origin.OCR);
            var content = LoopbackClaude.JSON
                    .readTree(server.bodies().get(0))
                    .path("messages")
                    .path(0)
                    .path("content");
            assertThat(content.path(0).path("type").asText()).isEqualTo("document");
            assertThat(content.path(0).path("source").path("data").asText()).isEqualTo("JVBERi0xLjcgYSBzY2Fu");
            assertThat(content.path(1).path("type").asText()).isEqualTo("text");
        }
    }

    private static void ask(LoopbackClaude server, Policy.Mode mode, boolean allowed, Page.Origin origin) {
        ClaudeSettings base = TestSettings.patient(server.uri());
        ClaudeSettings settings = new ClaudeSettings(
                true,
                base.backend(),
                base.apiKey(),
                base.model(),
                base.baseUrl(),
                null,
                300,
                base.limits(),
                base.budget(),
                new Policy(mode, Set.of()),
                allowed);
        DocumentText text =
                new DocumentText(NOTE, List.of(new Page(1, new Span(0, NOTE.length()), origin)), List.of(), null);
        ClaudeAnswer answer =
                TestSettings.engine(settings).answer(new ClaudeRequest(AnalysisRequest.of(text), "t", "d", PDF));
        assertThat(answer.source()).isEqualTo(ClaudeAnswer.Source.CLAUDE);
    }
}
