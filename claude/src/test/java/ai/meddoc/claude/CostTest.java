package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.CostLedger;
import ai.meddoc.claude.ledger.TokenUsage;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.claude.prompt.Candidates;
import ai.meddoc.claude.prompt.Prompts;
import ai.meddoc.claude.prompt.Question;
import ai.meddoc.claude.prompt.ReplySchema;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a document of 2,500 tokens costs in one call with the fixed part cached, beside three separate calls without a cache.
 * Tokens are estimated from the bytes of the real prompts by {@link TokenEstimate}; no usage is made up. The reply is that of
 * the scripted model, cut into its three parts for the three calls.
 */
final class CostTest {

    private static final int TOKENS = 2_500;
    private static final int BYTES = TOKENS * TokenEstimate.BYTES_PER_TOKEN;
    private static final String MODEL = ModelRegistry.DEFAULT_MODEL;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final Prompts prompts = Prompts.load();
    private final CostLedger ledger = new CostLedger();

    @Test
    void one_cached_call_costs_at_most_half_of_three_uncached() throws IOException {
        String note = note();
        assertThat(TokenEstimate.of(note)).isEqualTo(TOKENS);
        DocumentReading reading = TestSettings.LOCAL.examine(AnalysisRequest.of(DocumentText.of(note)));
        List<String> candidates = Candidates.of(reading, new Span(0, note.length()));
        String bare = new Question(note, List.of(), EncounterClass.OUTPATIENT, null).message();
        String full = new Question(note, candidates, EncounterClass.OUTPATIENT, null).message();
        JsonNode reply = LoopbackClaude.JSON.readTree(ScriptedModel.reply(full));

        long three =
                uncached(prompts.classification(), ReplySchema.classification(), bare, part(reply, "document_type"))
                        + uncached(prompts.codes(), ReplySchema.codesOnly(), full, part(reply, "codes", "declined"))
                        + uncached(prompts.summary(), ReplySchema.summaryOnly(), bare, part(reply, "summary"));
        long prefix = TokenEstimate.of(prompts.all() + ReplySchema.all());
        long cached = price(new TokenUsage(TokenEstimate.of(full), 0, 0, prefix, TokenEstimate.of(reply.toString())));
        long first = price(new TokenUsage(TokenEstimate.of(full), prefix, 0, 0, TokenEstimate.of(reply.toString())));
        System.out.printf(
                "A document of %d tokens (%d candidates, reply of %d): three calls %d, one call %d (%.2f), the first %d"
                        + " micro-dollars%n",
                TOKENS,
                candidates.size(),
                TokenEstimate.of(reply.toString()),
                three / 1000,
                cached / 1000,
                (double) cached / three,
                first / 1000);
        assertThat(cached * 2).isLessThanOrEqualTo(three);
        assertThat(ledger.nanoDollars()).isEqualTo(three + cached + first);
    }

    private long uncached(String prompt, Map<String, Object> schema, String message, String reply) {
        long input = TokenEstimate.of(prompt + schema) + TokenEstimate.of(message);
        return price(new TokenUsage(input, 0, 0, 0, TokenEstimate.of(reply)));
    }

    private long price(TokenUsage usage) {
        CallCost cost = new CallCost(
                Instant.parse("2026-11-25T12:00:00Z"),
                "t",
                "d",
                MODEL,
                usage,
                ModelRegistry.load().pricesOf(MODEL, DAY),
                false);
        ledger.add(cost);
        return cost.nanoDollars();
    }

    private static String part(JsonNode reply, String... names) {
        ObjectNode part = LoopbackClaude.JSON.createObjectNode();
        for (String name : names) {
            part.set(name, reply.get(name));
        }
        return part.toString();
    }

    /** A visit note filled with an examination that says nothing, to the byte. */
    private static String note() {
        String head = """
                CHIEF COMPLAINT: Follow-up of diabetes and blood pressure.
                HISTORY OF PRESENT ILLNESS: 58-year-old with type 2 diabetes, hypertension and gout. Denies chest pain.
                ASSESSMENT AND PLAN:
                1. Type 2 diabetes mellitus. Increase metformin to 1000 mg twice daily, hemoglobin A1c in 3 months.
                2. Hypertension. Continue lisinopril 20 mg daily, basic metabolic panel at the next visit.
                3. Gout. Continue allopurinol 100 mg daily, uric acid at the next visit.
                PHYSICAL EXAMINATION:
                """;
        String line = "The heart is regular, the lungs are clear, the abdomen is soft, and the skin is warm and dry.\n";
        StringBuilder note = new StringBuilder(head);
        while (note.length() + line.length() <= BYTES) {
            note.append(line);
        }
        while (note.toString().getBytes(StandardCharsets.UTF_8).length < BYTES) {
            note.append('.');
        }
        return note.toString();
    }
}
