package ai.meddoc.cli;

import ai.meddoc.cli.evals.FiguresTable;
import ai.meddoc.cli.evals.Gold;
import ai.meddoc.cli.evals.HtmlReport;
import ai.meddoc.cli.evals.Runner;
import ai.meddoc.cli.evals.Suite;
import ai.meddoc.cli.evals.SuiteResult;
import ai.meddoc.cli.output.Json;
import ai.meddoc.cli.output.OutputFile;
import ai.meddoc.engine.AnalysisRequest.CodingMode;
import ai.meddoc.engine.ClinicalEngine;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meddoc eval}: measures an engine against gold. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Measures an engine against gold; the last line printed is one JSON object with all figures.",
        footer = {
            "",
            "Examples:",
            "  meddoc eval pipeline evals/datasets/synthetic_v1.json --report report.html",
            "  meddoc eval codes notes.jsonl --all-mentions --predictions predictions.jsonl"
        })
final class EvalCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "SUITE", description = "${COMPLETION-CANDIDATES}.")
    private Suite suite = Suite.pipeline;

    @Parameters(index = "1", paramLabel = "DATA", description = "Gold: JSON lines, or the JSON of evals/datasets.")
    private Path data = Path.of("");

    @Option(
            names = "--engine",
            defaultValue = "local",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineChoice engine = EngineChoice.local;

    @Option(names = "--all-mentions", description = "Code every present mention instead of what a coder would report.")
    private boolean allMentions;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Write the predictions as JSON lines.")
    private @Nullable Path predictions;

    @Option(names = "--report", paramLabel = "FILE", description = "Write one self-contained HTML page.")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        List<JsonNode> gold = Gold.read(data);
        CodingMode mode = allMentions ? CodingMode.ALL_MENTIONS : CodingMode.REPORTABLE;
        SuiteResult result = suite.run(gold, new Runner(load(), mode));
        if (predictions != null) {
            write(predictions, result.predictions().stream().map(Json::line).toList());
        }
        if (report != null) {
            write(report, HtmlReport.of(suite, result).lines().toList());
        }
        PrintWriter out = spec.commandLine().getOut();
        FiguresTable.of(result.figures()).forEach(out::println);
        out.println(Json.line(result.figures()));
        return ExitCodes.OK;
    }

    private ClinicalEngine load() {
        return engine == EngineChoice.claude ? ClaudeRun.evaluating(data) : engine.load();
    }

    private void write(Path target, List<String> lines) throws IOException {
        try (OutputFile file = OutputFile.open(target, List.of(data.toString()))) {
            for (String line : lines) {
                file.writer().print(line);
                file.writer().print('\n');
            }
            file.keep();
        }
    }
}
