package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.document.DocumentType;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaudeSettingsTest {

    private static ClaudeSettings read(Map<String, String> values) {
        return ClaudeSettingsReader.read(values::get);
    }

    @Test
    void sends_nothing_and_takes_identifiers_out_unless_told_otherwise() {
        ClaudeSettings settings = read(Map.of());
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.policy().mode()).isEqualTo(Policy.Mode.ON);
        assertThat(settings.model()).isEqualTo("claude-sonnet-5-5");
        assertThat(settings.hasCredentials()).isFalse();
        assertThat(settings.sendScans()).isFalse();
        assertThat(settings.budget().perDocument()).isEqualTo(500_000);
    }

    @Test
    void reads_every_setting() {
        ClaudeSettings settings = read(Map.of(
                "USE_CLAUDE_REAL", "true",
                "ANTHROPIC_API_KEY", "secret",
                "ANTHROPIC_BASE_URL", "https://proxy.example/claude",
                "CLAUDE_PROXY", "http://127.0.0.1:3128",
                "CLAUDE_MODEL", "claude-sonnet-4-6",
                "PROMPT_CACHE_TTL_SECONDS", "3600",
                "CLAUDE_DEIDENTIFY", "refuse if unsure",
                "CLAUDE_NEVER_SEND", "ct, clinical note",
                "CLAUDE_BUDGET_PER_DAY", "12.5",
                "CLAUDE_DEADLINE_SECONDS", "30"));
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://proxy.example/claude"));
        assertThat(settings.policy().mode()).isEqualTo(Policy.Mode.REFUSE_IF_UNSURE);
        assertThat(settings.policy().neverLeaves())
                .containsExactlyInAnyOrder(DocumentType.CT, DocumentType.CLINICAL_NOTE);
        assertThat(settings.budget().perDay()).isEqualTo(12_500_000);
        assertThat(settings.limits().deadline().toSeconds()).isEqualTo(30);
        assertThat(read(Map.of("CLAUDE_BACKEND", "bedrock")).hasCredentials()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "USE_CLAUDE_REAL, perhaps",
        "CLAUDE_BACKEND, azure",
        "PROMPT_CACHE_TTL_SECONDS, -1",
        "PROMPT_CACHE_TTL_SECONDS, soon",
        "ANTHROPIC_BASE_URL, not an address",
        "CLAUDE_DEADLINE_SECONDS, 90",
        "CLAUDE_BUDGET_PER_DAY, a lot",
        "CLAUDE_BUDGET_PER_DAY, -1",
        "CLAUDE_DEIDENTIFY, maybe",
        "CLAUDE_NEVER_SEND, letters"
    })
    void names_a_wrong_setting_and_not_its_value(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(name, value)))
                .withMessageStartingWith(name + " must be ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value));
    }

    @Test
    void warns_of_a_model_that_ends_and_of_a_missing_key() {
        InstantSource now = InstantSource.fixed(Instant.parse("2026-11-25T08:00:00Z"));
        assertThat(Claude.warnings(read(Map.of("ANTHROPIC_API_KEY", "k")), now)).isEmpty();
        assertThat(Claude.warnings(read(Map.of("ANTHROPIC_API_KEY", "k", "CLAUDE_MODEL", "claude-sonnet-4-5")), now))
                .singleElement()
                .asString()
                .contains("retires on 2026-11-30", "CLAUDE_MODEL=claude-sonnet-5-5");
        assertThat(Claude.warnings(read(Map.of("CLAUDE_MODEL", "claude-3-5-sonnet-20241022")), now))
                .hasSize(2);
        assertThat(Claude.warnings(read(Map.of("ANTHROPIC_API_KEY", "k", "CLAUDE_MODEL", "claude-omega")), now))
                .hasSize(1);
    }

    @Test
    void knows_models_by_their_names_at_bedrock_too() {
        ModelRegistry registry = ModelRegistry.load();
        assertThat(registry.find("us.anthropic.claude-sonnet-4-6-v1:0")).isPresent();
        assertThat(registry.find("anthropic.claude-sonnet-5-5")).isPresent();
        assertThat(registry.all())
                .allSatisfy(model -> assertThat(registry.pricesOf(model.id(), LocalDate.of(2026, 11, 25))
                                .output())
                        .isPositive());
    }
}
