package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Claude costs, shown with each document and day by day, kept over a restart, and stopped at the budget. */
@Timeout(180)
final class CostsIT {

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

    private Map<String, String> settings(String perDay) {
        Map<String, String> settings = claude.settings();
        settings.put("CLAUDE_BUDGET_PER_DAY", perDay);
        return settings;
    }

    @Test
    void areShownWithTheDocumentAndForTheDay() throws IOException {
        try (RunningServer server = RunningServer.start(folder, settings("50"))) {
            JsonNode reply = server.api().upload("a.txt", NOTE, Map.of()).json();
            contract.check(reply, "UploadReply");
            JsonNode cost = reply.at("/results/cost");
            assertThat(reply.at("/results/engine").asText()).isEqualTo("claude");
            assertThat(cost.path("model").asText()).isEqualTo("claude-sonnet-5-5");
            assertThat(cost.path("calls").asInt()).isEqualTo(1);
            assertThat(cost.path("estimated_calls").asInt()).isZero();
            assertThat(cost.path("input_tokens").asLong()).isEqualTo(1500);
            assertThat(cost.path("cache_read_tokens").asLong()).isEqualTo(2400);
            assertThat(cost.path("output_tokens").asLong()).isEqualTo(400);
            assertThat(cost.path("micro_dollars").asLong()).isEqualTo(LoopbackClaude.MICRO_DOLLARS);
            server.api().post("/classify", "{\"document_text\":\"Essential hypertension.\"}");

            JsonNode costs = server.api().get("/costs").json();
            contract.check(costs, "CostsReply");
            assertThat(costs.path("micro_dollars").asLong()).isEqualTo(2 * LoopbackClaude.MICRO_DOLLARS);
            assertThat(costs.path("days").size()).isEqualTo(1);
            JsonNode day = costs.path("days").path(0);
            assertThat(day.path("day").asText())
                    .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
            assertThat(day.path("documents").asInt()).isEqualTo(1);
            assertThat(day.path("calls").asInt()).isEqualTo(2);
            assertThat(server.api()
                            .get("/costs?from=2020-01-01&to=2020-01-31")
                            .json()
                            .path("days"))
                    .isEmpty();
            assertThat(server.api().get("/costs?from=yesterday").status()).isEqualTo(400);
            assertThat(server.api().get("/costs?from=2020-01-01").status()).isEqualTo(400);
        }
    }

    @Test
    void countForTheBudgetAfterARestart() {
        try (RunningServer server = RunningServer.start(folder, settings("50"))) {
            server.api().upload("a.txt", NOTE, Map.of());
        }
        assertThat(claude.calls()).isEqualTo(1);
        // One call fits, but not on top of the first.
        try (RunningServer server = RunningServer.start(folder, settings("0.052"))) {
            JsonNode reply = server.api().upload("b.txt", NOTE, Map.of()).json();
            assertThat(reply.at("/results/engine").asText()).isEqualTo("local (claude unavailable)");
            assertThat(reply.at("/results/findings").toString()).contains("budget per day");
            assertThat(reply.at("/results/cost/micro_dollars").asLong()).isZero();
        }
        assertThat(claude.calls()).isEqualTo(1);
    }
}
