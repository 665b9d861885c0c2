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
import org.junit.jupiter.params.provider.EnumSource;

/** Scanned pages leave as pictures only where that is allowed in so many words. */
final class ScanTest {

    private static final String NOTE = "ASSESSMENT:\n1. Hypertension. Continue lisinopril 20 mg daily.\n";
    private static final byte[] PDF = "%PDF-1.7 a scan".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte[] TIFF = {'I', 'I', 42, 0};

    @ParameterizedTest
    @CsvSource({"OFF, true, OCR, true", "ON, true, OCR, false", "OFF, false, OCR, false", "OFF, true, TEXT, false"})
    void is_sent_only_when_allowed(Policy.Mode mode, boolean allowed, Page.Origin origin, boolean sent) {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ask(server, mode, allowed, origin, PDF);
            assertThat(server.bodies().get(0).contains("application/pdf")).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.Mode.class)
    void leaves_as_a_picture_only_where_nothing_is_replaced(Policy.Mode mode) {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ask(server, mode, true, Page.Origin.OCR, PNG);
            assertThat(server.bodies().get(0).contains("\"image/png\"")).isEqualTo(mode == Policy.Mode.OFF);
        }
    }

    @Test
    void stays_here_where_the_server_does_not_read_its_kind() {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ask(server, Policy.Mode.OFF, true, Page.Origin.OCR, TIFF);
            assertThat(server.bodies().get(0)).doesNotContain("base64");
        }
    }

    @Test
    void comes_before_the_words_about_it() throws Exception {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ask(server, Policy.Mode.OFF, true, Page.Origin.OCR, PDF);
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

    private static void ask(LoopbackClaude server, Policy.Mode mode, boolean allowed, Page.Origin origin, byte[] scan) {
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
                TestSettings.engine(settings).answer(new ClaudeRequest(AnalysisRequest.of(text), "t", "d", scan));
        assertThat(answer.source()).isEqualTo(ClaudeAnswer.Source.CLAUDE);
    }
}
