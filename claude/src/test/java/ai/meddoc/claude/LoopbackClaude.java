package ai.meddoc.claude;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A server on loopback that speaks the Messages API. What it says comes from a scripted model: a function of the user's
 * message, no language model, so it shows mechanics and never accuracy.
 */
final class LoopbackClaude implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String MESSAGES = "/v1/messages";

    private final WireMockServer server;

    /** @param model from the user's message to the reply's text */
    LoopbackClaude(UnaryOperator<String> model) {
        server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(24)
                .extensions(new Script(model)));
        server.start();
        answers(WireMock.aResponse().withTransformers("script"));
        server.stubFor(WireMock.post(WireMock.urlPathEqualTo("/v1/messages/count_tokens"))
                .willReturn(WireMock.okJson("{\"input_tokens\": 1200}")));
    }

    /** From now on every question is answered so. */
    void answers(ResponseDefinitionBuilder response) {
        server.stubFor(WireMock.post(WireMock.urlPathEqualTo(MESSAGES)).willReturn(response));
    }

    WireMockServer server() {
        return server;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The bodies of all questions so far, oldest first. */
    List<String> bodies() {
        return server.findAll(WireMock.postRequestedFor(WireMock.urlPathEqualTo(MESSAGES))).stream()
                .map(r -> r.getBodyAsString())
                .toList();
    }

    int calls() {
        return bodies().size();
    }

    /** A reply as the API wraps it. */
    static String envelope(String text, String stopReason) {
        ObjectNode message = JSON.createObjectNode()
                .put("id", "msg_loopback")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "claude-sonnet-5-5");
        message.putArray("content").addObject().put("type", "text").put("text", text);
        message.put("stop_reason", stopReason).putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", 1500)
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 2400)
                .put("output_tokens", 400);
        return message.toString();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The user's message of a request body. */
    static String userMessage(String body) {
        try {
            StringBuilder text = new StringBuilder();
            JsonNode content = JSON.readTree(body).path("messages").path(0).path("content");
            content.forEach(block -> text.append(block.path("text").asText("")));
            return content.isTextual() ? content.textValue() : text.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Script(UnaryOperator<String> model) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            String message = userMessage(new String(event.getRequest().getBody(), StandardCharsets.UTF_8));
            return WireMock.okJson(envelope(model.apply(message), "end_turn")).build();
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return "script";
        }
    }
}
