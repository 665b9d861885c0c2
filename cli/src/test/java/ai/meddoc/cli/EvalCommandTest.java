package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvalCommandTest {

    private static final String CODES = """
            {"id": "a", "text": "Assessment: Essential hypertension.", "codes": ["I10", "J18.9"]}
            {"id": "b", "text": "Amount due: $ 12.", "codes": []}
            """;

    private static final String PIPELINE = """
            [{"id": "p1", "document_type": "CLINICAL NOTE", "encounter": "outpatient",
              "text": "CLINIC NOTE\\n\\nASSESSMENT:\\n1. Essential hypertension. Continue lisinopril.\\n",
              "gold": {"document_type": "CLINICAL NOTE", "icd10_codes": ["I10", "N39.0"],
                "evidence": [{"code": "I10", "quote": "Essential hypertension", "why": "assessed"}],
                "summary_facts": ["hypertension", "xyzzy"]}}]
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLastLineHoldsAllFigures() throws IOException {
        CommandRun run = eval("codes", CODES);
        JsonNode figures = run.lastLine();
        assertThat(figures.path("docs").asInt()).isEqualTo(2);
        assertThat(figures.path("micro").path("p").asDouble()).isEqualTo(1);
        assertThat(figures.path("micro").path("r").asDouble()).isEqualTo(0.5);
        assertThat(figures.path("quotes_verbatim").asDouble()).isEqualTo(1);
        assertThat(figures.path("micro_f1_interval_95").size()).isEqualTo(2);
        assertThat(figures.path("precision_interval_95").size()).isEqualTo(2);
        assertThat(figures.path("category_f1_interval_95").size()).isEqualTo(2);
        assertThat(run.out()).contains("precision 1.0000   recall 0.5000   F1 0.6667");
    }

    @Test
    void thePipelineReportHasTheShapeOfTheRestApi() throws IOException {
        JsonNode report = eval("pipeline", PIPELINE).lastLine();
        assertThat(report.path("items").asInt()).isEqualTo(1);
        assertThat(report.path("codes_precision").asDouble()).isEqualTo(1);
        assertThat(report.path("codes_recall").asDouble()).isEqualTo(0.5);
        assertThat(report.path("mode").asText()).isEqualTo("local");
        assertThat(report.path("metadata")
                        .path("codes")
                        .path("evidence_overlap")
                        .asDouble())
                .isEqualTo(1);
        JsonNode item = report.path("test_results").path(0);
        assertThat(item.path("expected_codes").toString()).isEqualTo("[\"I10\",\"N39.0\"]");
        assertThat(item.path("predicted_codes").toString()).isEqualTo("[\"I10\"]");
        assertThat(item.path("metrics").has("coverage")).isTrue();
        assertThat(item.has("generated_summary") && item.has("query")).isTrue();
    }

    @Test
    void anObjectWithItemsIsReadLikeAnArray() throws IOException {
        JsonNode report = eval("pipeline", "{\"items\": " + PIPELINE + "}").lastLine();
        assertThat(report.path("items").asInt()).isEqualTo(1);
    }

    @Test
    void onlyTheTextReachesTheEngine() throws IOException {
        String told = "{\"id\": \"c\", \"text\": \"Seen today.\", \"note\": \"hypertension\", \"codes\": [\"I10\"]}";
        assertThat(eval("codes", told).lastLine().path("predicted_per_doc").asDouble())
                .isZero();
    }

    @Test
    void theReportIsOnePageWithNothingFromOutside() throws IOException {
        Path report = folder.resolve("report.html");
        CommandRun run = eval("pipeline", PIPELINE.replace("p1", "<b>p1"), "--report", report);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(Files.readString(report))
                .contains(
                        "&lt;b&gt;p1",
                        "N39.0: <em>no mention found",
                        "xyzzy: <em>not in the summary",
                        "<svg",
                        "CLINICAL NOTE")
                .doesNotContain("<script", "http", "src=", "<b>p1");
    }

    @Test
    void predictionsAreWrittenInTheScorersFormat() throws IOException {
        Path predictions = folder.resolve("predictions.jsonl");
        eval("codes", CODES, "--predictions", predictions);
        assertThat(Files.readString(predictions))
                .hasLineCount(2)
                .contains("{\"id\":\"a\",\"codes\":[{\"code\":\"I10\",\"confidence\":");
    }

    @Test
    void refusesDataThatIsNotGold() throws IOException {
        assertRefused("codes", "{\"id\": \"a\"");
        assertRefused("codes", "");
        assertRefused("codes", "[]");
        assertRefused("types", CODES);
        assertRefused("labs", "{\"id\": \"a\"}");
        assertThat(CommandRun.of("eval", "codes", folder.resolve("absent")).exitCode())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(CommandRun.of("eval", "everything", folder).exitCode()).isEqualTo(ExitCodes.USAGE);
    }

    private void assertRefused(String suite, String gold) throws IOException {
        CommandRun run = eval(suite, gold);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).startsWith("meddoc: The evaluation data ").hasLineCount(1);
    }

    @Test
    void figuresOfClaudeNeedClaude() throws IOException {
        CommandRun run = eval("codes", CODES, "--engine", "claude");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(run.err()).contains("no key and no recording");
    }

    @Test
    void theGateCountsWhatHoldsAndWhatIsNotHere() throws IOException {
        Files.writeString(folder.resolve("gold.jsonl"), CODES);
        Path table = folder.resolve("thresholds.tsv");
        Files.writeString(
                table,
                String.join(
                        "\n",
                        "# suite, data, options, figure, bound",
                        "codes\tgold.jsonl\t\tmicro/f1\tmin\t0.6",
                        "codes\tgold.jsonl\t\tmicro/f1\tmin\t0.7",
                        "codes\tgold.jsonl\t\tlong_quotes\tmax\t0",
                        "codes\tdata:absent.jsonl\t\tmicro/f1\tmin\t0.1"));
        CommandRun run = CommandRun.of("gate", table, "--data", folder.resolve("nowhere"));
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.out().strip()).endsWith("2 passed, 1 failed, 1 skipped");
    }

    private CommandRun eval(String suite, String gold, Object... more) throws IOException {
        Path file = folder.resolve("gold.txt");
        Files.writeString(file, gold);
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = "eval";
        arguments[1] = suite;
        arguments[2] = file;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.of(arguments);
    }
}
