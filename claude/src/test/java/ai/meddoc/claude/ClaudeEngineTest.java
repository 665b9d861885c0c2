package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.RejectedCode;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.ClinicalEngineContract;
import ai.meddoc.text.DocumentText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine on a loopback server whose model is scripted. */
final class ClaudeEngineTest extends ClinicalEngineContract {

    private static final String NOTE = """
            HISTORY OF PRESENT ILLNESS: 58-year-old with type 2 diabetes and hypertension. Denies chest pain.
            ASSESSMENT AND PLAN:
            1. Type 2 diabetes mellitus. Increase metformin to 1000 mg twice daily.
            2. Hypertension. Continue lisinopril 20 mg daily.
            """;

    private static LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply);
    private static ClaudeEngine engine = TestSettings.engine(TestSettings.patient(server.uri()));

    @BeforeAll
    static void start() {
        server.close();
        server = new LoopbackClaude(ScriptedModel::reply);
        engine = TestSettings.engine(TestSettings.patient(server.uri()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ClinicalEngine engine() {
        return engine;
    }

    private static ClaudeAnswer ask(String text) {
        return engine.answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(text)), "tenant-1", "document-1"));
    }

    @Test
    void says_that_claude_answered_and_with_what() {
        ClaudeAnswer answer = ask(NOTE);
        assertThat(answer.source()).isEqualTo(ClaudeAnswer.Source.CLAUDE);
        assertThat(answer.analysis().provenance().engine()).isEqualTo("claude");
        assertThat(answer.analysis().provenance().engineVersion()).contains("claude-sonnet-5-5", "codes ");
        assertThat(answer.analysis().coding().assignments())
                .anySatisfy(a -> assertThat(a.rationale()).startsWith("Evaluated and treated at this visit."));
        assertThat(answer.costs()).hasSize(1);
        assertThat(answer.cost().microDollars()).isEqualTo((1500 * 2000L + 2400 * 200L + 400 * 10000L) / 1000);
    }

    @Test
    void sends_one_cached_prefix_and_the_document_as_delimited_data() throws Exception {
        server.server().resetRequests();
        ask(NOTE);
        String body = server.bodies().get(0);
        var json = LoopbackClaude.JSON.readTree(body);
        assertThat(json.path("system").path(0).path("cache_control").path("ttl").asText())
                .isEqualTo("5m");
        assertThat(json.path("output_config").path("format").path("type").asText())
                .isEqualTo("json_schema");
        assertThat(json.path("thinking").path("type").asText()).isEqualTo("between_tools");
        assertThat(json.has("temperature") || json.has("top_p")).isFalse();
        assertThat(ScriptedModel.document(LoopbackClaude.userMessage(body))).contains("Type 2 diabetes mellitus");
    }

    @Test
    void keeps_what_the_model_passes_over_in_silence_and_drops_what_it_declines() {
        try (LoopbackClaude silent = new LoopbackClaude(m -> "{\"codes\": [], \"summary\": []}");
                LoopbackClaude declining = new LoopbackClaude(m -> "{\"codes\": [], \"declined\": [{\"code\": \"I10\","
                        + " \"reason\": \"only a list entry\"}], \"summary\": []}")) {
            assertThat(codes(silent)).contains("E11.9", "I10");
            ClaudeAnswer answer = answer(declining);
            assertThat(answer.analysis().coding().assignments())
                    .extracting(a -> a.code().code())
                    .contains("E11.9")
                    .doesNotContain("I10");
            assertThat(answer.analysis().coding().rejected())
                    .filteredOn(r -> r.code().equals("I10"))
                    .singleElement()
                    .satisfies(r -> assertThat(r.reason()).contains("only a list entry"));
        }
    }

    @Test
    void refuses_what_is_not_proven_and_says_why() {
        String reply = """
                {"codes": [
                  {"code": "E11.9", "confidence": 0.9, "rationale": "treated", "quotes": ["type 2   DIABETES mellitus"]},
                  {"code": "E11", "confidence": 0.9, "rationale": "x", "quotes": ["Type 2 diabetes mellitus"]},
                  {"code": "Q99.99", "confidence": 0.9, "rationale": "x", "quotes": ["Hypertension"]},
                  {"code": "J18.9", "confidence": 0.9, "rationale": "x", "quotes": ["bilateral pneumonia"]},
                  {"code": "C34.90", "confidence": 0.9, "rationale": "x", "quotes": ["Continue lisinopril"]},
                  {"code": "R07.9", "confidence": 0.9, "rationale": "x", "quotes": ["Denies chest pain"]},
                  {"code": "<b>", "confidence": 0.9, "rationale": "x", "quotes": ["Hypertension"]}],
                 "declined": [], "summary": []}
                """;
        try (LoopbackClaude wrong = new LoopbackClaude(m -> reply)) {
            ClaudeAnswer answer = answer(wrong);
            assertThat(answer.analysis().coding().assignments())
                    .extracting(a -> a.code().code())
                    .containsExactlyInAnyOrder("E11.9", "I10", "Z79.84");
            assertThat(answer.analysis().coding().rejected())
                    .extracting(RejectedCode::code, RejectedCode::ruleId)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("E11", "PROPOSED-NOT-BILLABLE"),
                            org.assertj.core.groups.Tuple.tuple("Q99.99", "PROPOSED-UNKNOWN"),
                            org.assertj.core.groups.Tuple.tuple("J18.9", "PROPOSED-NO-QUOTE"),
                            org.assertj.core.groups.Tuple.tuple("C34.90", "PROPOSED-UNSUPPORTED"),
                            org.assertj.core.groups.Tuple.tuple("R07.9", "NEGATED"));
        }
    }

    private static java.util.List<String> codes(LoopbackClaude at) {
        return answer(at).analysis().coding().assignments().stream()
                .map(a -> a.code().code())
                .toList();
    }

    private static ClaudeAnswer answer(LoopbackClaude at) {
        ClaudeEngine other = TestSettings.engine(TestSettings.patient(at.uri()));
        return other.answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(NOTE)), "tenant-1", "document-1"));
    }
}
