package ai.meddoc.claude;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Claude through Amazon Bedrock, on a loopback in its place: the path, the signature, the body that Bedrock wants. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class BedrockTest {

    private static final String MODEL = "us.anthropic.claude-sonnet-4-6-v1:0";
    private static final Map<String, String> AWS =
            Map.of("aws.accessKeyId", "AKIDEXAMPLE", "aws.secretAccessKey", "secret", "aws.region", "us-west-2");
    private static final String NOTE = "ASSESSMENT:\n1. Hypertension. Continue lisinopril 20 mg daily.\n";

    private final LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply);

    @BeforeEach
    void useTheMachinesCredentials() {
        AWS.forEach(System::setProperty);
    }

    @AfterEach
    void stop() {
        AWS.keySet().forEach(System::clearProperty);
        server.close();
    }

    private ClaudeAnswer ask() {
        ClaudeSettings settings = ClaudeSettingsReader.read(name -> switch (name) {
            case "USE_CLAUDE_REAL" -> "true";
            case "CLAUDE_BACKEND" -> "bedrock";
            case "CLAUDE_MODEL" -> MODEL;
            case "ANTHROPIC_BASE_URL" -> server.uri().toString();
            default -> null;
        });
        assertThat(settings.hasCredentials()).isTrue();
        return TestSettings.engine(settings)
                .answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(NOTE)), "t", "d"));
    }

    @Test
    void signs_a_question_to_the_models_own_path() throws Exception {
        server.server()
                .stubFor(post(anyUrl())
                        .willReturn(okJson(LoopbackClaude.envelope("{\"codes\": [], \"summary\": []}", "end_turn"))));
        ClaudeAnswer answer = ask();
        assertThat(answer.source()).isEqualTo(ClaudeAnswer.Source.CLAUDE);
        LoggedRequest request =
                server.server().findAll(postRequestedFor(anyUrl())).getFirst();
        assertThat(request.getUrl().replace("%3A", ":")).isEqualTo("/model/" + MODEL + "/invoke");
        assertThat(request.getHeader("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/us-west-2/bedrock/aws4_request")
                .contains("SignedHeaders=")
                .containsPattern("Signature=[0-9a-f]{64}");
        assertThat(request.getHeader("X-Amz-Date")).matches("\\d{8}T\\d{6}Z");
        JsonNode body = LoopbackClaude.JSON.readTree(request.getBodyAsString());
        assertThat(body.path("anthropic_version").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(body.has("model")).isFalse();
        assertThat(request.containsHeader("x-api-key")).isFalse();
        assertThat(answer.cost().microDollars()).isEqualTo((1500 * 3000L + 2400 * 300L + 400 * 15000L) / 1000);
    }

    @Test
    void falls_back_when_bedrock_refuses() {
        server.server().stubFor(post(anyUrl()).willReturn(aResponse().withStatus(403)));
        assertThat(ask().source()).isEqualTo(ClaudeAnswer.Source.UNAVAILABLE);
    }
}
