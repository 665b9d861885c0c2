package ai.meddoc.claude;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.claude.call.ApiKey;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that the real server was seen to have, or may have, against the engine; the list with outcomes and times is
 * printed at the end. Whatever happens there is an analysis, in bounded time, and it says who gave it.
 */
final class FaultsTest {

    private static final String NOTE = """
            ASSESSMENT AND PLAN:
            1. Type 2 diabetes mellitus. Increase metformin to 1000 mg twice daily.
            2. Hypertension. Continue lisinopril 20 mg daily.
            """;

    /** The deadline of these tests is 4 s; the rest is for a slow machine. A thread is never held for a minute. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private static final List<String> REPORT = new ArrayList<>();

    /**
     * A fault, and whether Claude's answer is expected in spite of it.
     *
     * @param lost calls whose answer nobody got, so that they may be billed
     * @param again whether asking later can help
     */
    record FaultCase(
            String name, ResponseDefinitionBuilder response, boolean survived, int calls, int lost, boolean again) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static FaultCase status(int status, String type, int calls) {
        String body =
                "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"about Type 2 diabetes\"}}";
        return new FaultCase(
                status + " " + type,
                aResponse()
                        .withStatus(status)
                        .withHeader("content-type", "application/json")
                        .withBody(body),
                false,
                calls,
                0,
                status != 400 && status != 413);
    }

    private static FaultCase reply(String name, String text, boolean survived) {
        return new FaultCase(name, okJson(LoopbackClaude.envelope(text, "end_turn")), survived, 1, 0, false);
    }

    private static FaultCase raw(String name, ResponseDefinitionBuilder response, int calls) {
        return new FaultCase(name, response, false, calls, 0, true);
    }

    private static FaultCase lost(String name, ResponseDefinitionBuilder response, int calls) {
        return new FaultCase(name, response, false, calls, calls, true);
    }

    private static FaultCase ended(String name, String envelope) {
        return new FaultCase(name, okJson(envelope), false, 1, 0, false);
    }

    static List<FaultCase> faults() {
        List<FaultCase> all = new ArrayList<>(List.of(
                status(400, "invalid_request_error", 2),
                status(401, "authentication_error", 1),
                status(402, "billing_error", 1),
                status(403, "permission_error", 1),
                status(404, "not_found_error", 1),
                status(413, "request_too_large", 1),
                status(429, "rate_limit_error", 3),
                status(500, "api_error", 3),
                status(503, "api_error", 3),
                status(529, "overloaded_error", 3)));
        String good = ScriptedModel.reply(new ai.meddoc.claude.prompt.Question(
                        NOTE,
                        List.of("I10 | Essential (primary) hypertension | reports"),
                        ai.meddoc.document.EncounterClass.OUTPATIENT,
                        null)
                .message());
        all.add(raw(
                "429 with retry-after: 120",
                aResponse().withStatus(429).withHeader("retry-after", "120").withBody("{}"),
                1));
        all.add(raw(
                "429 spend limit",
                aResponse().withStatus(429).withBody("{\"error\":{\"message\":\"You reached your spend limit\"}}"),
                1));
        all.add(lost("hang", okJson(LoopbackClaude.envelope(good, "end_turn")).withFixedDelay(20_000), 1));
        all.add(lost(
                "body dribbles past the deadline",
                okJson(LoopbackClaude.envelope(good, "end_turn")).withChunkedDribbleDelay(20, 30_000),
                1));
        all.add(lost("connection reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), 3));
        all.add(lost("empty response", aResponse().withFault(Fault.EMPTY_RESPONSE), 3));
        all.add(lost("garbage, then closed", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), 3));
        all.add(lost("body cut in a chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), 3));
        String envelope = LoopbackClaude.envelope(good, "end_turn");
        all.add(lost("JSON cut in the middle", okJson(envelope.substring(0, envelope.length() / 2)), 3));
        all.add(lost(
                "HTML with 200",
                aResponse()
                        .withStatus(200)
                        .withHeader("content-type", "text/html")
                        .withBody("<html>proxy</html>"),
                3));
        all.add(lost("JSON of another kind", okJson("[1, 2, 3]"), 3));
        all.add(lost("wrong types in the envelope", okJson("{\"content\": 7, \"usage\": \"x\"}"), 3));
        all.add(lost("no usage", okJson(envelope.replaceAll("\"usage\":\\{[^}]*\\}", "\"u\":{}")), 3));
        all.add(lost("negative usage", okJson(envelope.replace("\"input_tokens\":1500", "\"input_tokens\":-5")), 3));
        all.add(ended("no stop reason", envelope.replace("\"stop_reason\":\"end_turn\"", "\"stop_reason\":null")));
        all.add(ended("max_tokens", LoopbackClaude.envelope(good.substring(0, 90), "max_tokens")));
        all.add(ended("refusal", LoopbackClaude.envelope("", "refusal")));
        all.add(ended("a stop reason of the future", LoopbackClaude.envelope(good, "pondered")));
        all.add(reply("reply is prose", "I think it is diabetes.", false));
        all.add(reply("reply is empty", "", false));
        all.add(reply("reply is JSON of another kind", "[]", false));
        all.add(reply("reply nests a thousand deep", "[".repeat(1000), false));
        all.add(reply(
                "reply of 1 MB",
                good.replace("{\"document_type\"", "{\"pad\":\"" + "x".repeat(1 << 20) + "\",\"document_type\""),
                false));
        all.add(reply("missing fields", "{\"codes\": [{}, {\"code\": \"I10\"}], \"summary\": [{}]}", true));
        all.add(reply("wrong types", "{\"codes\": [7, {\"code\": {}, \"quotes\": 3}], \"summary\": \"x\"}", true));
        all.add(reply(
                "confidence 7 and NaN",
                "{\"codes\": [{\"code\": \"I10\", \"confidence\": 7, \"rationale\": \"r\", \"quotes\": [\"Hypertension\"]}, {\"code\": \"E11.9\", \"confidence\": NaN, \"rationale\": \"r\", \"quotes\": [\"Type 2 diabetes\"]}]}",
                true));
        all.add(reply("hallucinated code", code("Q77.77", "Hypertension"), true));
        all.add(reply("header code", code("E11", "Type 2 diabetes mellitus"), true));
        all.add(reply("retired code", code("M54.5", "Hypertension"), true));
        all.add(reply("quote not in the document", code("J18.9", "bilateral pneumonia"), true));
        all.add(reply(
                "the same code ten times",
                "{\"codes\": ["
                        + "{\"code\": \"I10\", \"confidence\": 0.5, \"rationale\": \"r\", \"quotes\": [\"Hypertension\"]},"
                                .repeat(10)
                                .replaceAll(",$", "")
                        + "]}",
                true));
        all.add(reply(
                "prompt leak",
                "{\"codes\": [], \"summary\": [{\"statement\": \"You read one medical document for a coder and a provider in the United States.\", \"quotes\": [\"Hypertension\"]}]}",
                true));
        return all;
    }

    private static String code(String code, String quote) {
        return "{\"codes\": [{\"code\": \"" + code + "\", \"confidence\": 0.9, \"rationale\": \"r\", \"quotes\": [\""
                + quote + "\"]}]}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void is_survived(FaultCase fault) {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            server.answers(fault.response());
            ClaudeEngine engine = TestSettings.engine(TestSettings.at(
                    server.uri(), TestSettings.quick(), new Policy(Policy.Mode.ON, Set.of()), ApiKey.of("k")));
            long start = System.nanoTime();
            ClaudeAnswer answer = engine.answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(NOTE)), "t", "d"));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            REPORT.add(String.format(
                    Locale.ROOT,
                    "%-34s %-26s %d call%s %6d ms",
                    fault.name(),
                    answer.analysis().provenance().engine(),
                    server.calls(),
                    server.calls() == 1 ? " " : "s",
                    took.toMillis()));
            assertThat(took).isLessThan(MOST);
            assertThat(server.calls()).isEqualTo(fault.calls());
            assertThat(answer.cost().estimatedCalls()).isEqualTo(fault.lost());
            assertThat(engine.ledger().nanoDollars()).isEqualTo(answer.cost().nanoDollars());
            assertProven(answer, fault);
        }
    }

    private static void assertProven(ClaudeAnswer answer, FaultCase fault) {
        assertThat(answer.source())
                .isEqualTo(fault.survived() ? ClaudeAnswer.Source.CLAUDE : ClaudeAnswer.Source.UNAVAILABLE);
        assertThat(answer.analysis().coding().assignments())
                .extracting(a -> a.code().code())
                .containsExactlyInAnyOrder("E11.9", "I10", "Z79.84");
        assertThat(answer.analysis().coding().assignments())
                .extracting(CodeAssignment::rationale)
                .noneMatch(r -> r.contains("You read one medical"));
        assertThat(answer.analysis().summary().text()).doesNotContain("You read one medical");
        if (!fault.survived()) {
            assertThat(answer.analysis().provenance().engine()).isEqualTo("local (claude unavailable)");
            assertThat(answer.retryAt() != null).isEqualTo(fault.again());
            assertThat(answer.analysis().coding())
                    .isEqualTo(TestSettings.LOCAL
                            .analyze(AnalysisRequest.of(DocumentText.of(NOTE)))
                            .coding());
            assertThat(answer.analysis().findings())
                    .filteredOn(f -> f.code() == Finding.Code.ENGINE_FALLBACK)
                    .singleElement()
                    .satisfies(f -> assertThat(f.message()).doesNotContainIgnoringCase("diabetes"));
        }
    }

    @AfterAll
    static void printReport() {
        System.out.println("Faults, who answered, calls, time:");
        REPORT.forEach(System.out::println);
    }
}
