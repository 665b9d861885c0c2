package ai.meddoc.cli;

import ai.meddoc.cli.evals.Gold;
import ai.meddoc.cli.evals.Runner;
import ai.meddoc.cli.evals.Threshold;
import ai.meddoc.engine.AnalysisRequest.CodingMode;
import ai.meddoc.engine.ClinicalEngine;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meddoc gate}, for {@code ./verify}: holds evaluations against thresholds; the last line counts. */
@Command(name = "gate", hidden = true, description = "Holds evaluations against a table of thresholds.")
final class GateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "THRESHOLDS")
    private Path thresholds = Path.of("");

    @Option(names = "--data", required = true, description = "Folder of evaluation data that is not ours to ship.")
    private Path data = Path.of("");

    private final Map<String, JsonNode> figures = new HashMap<>();
    private int passed;
    private int failed;
    private int skipped;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ClinicalEngine engine = EngineChoice.local.load();
        List<Threshold> all = Threshold.read(thresholds);
        for (Threshold threshold : all) {
            Path file = threshold.file(thresholds, data);
            out.println(Files.isReadable(file) ? check(threshold, file, engine) : skip(threshold));
            out.flush();
        }
        out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return failed == 0 ? ExitCodes.OK : ExitCodes.DOCUMENT_FAILED;
    }

    private String skip(Threshold threshold) {
        skipped++;
        return "skipped  " + threshold.words() + " (the data is not here)";
    }

    private String check(Threshold threshold, Path file, ClinicalEngine engine) {
        String run = threshold.suite() + " " + threshold.data() + " " + threshold.allMentions();
        double value = threshold.in(figures.computeIfAbsent(run, r -> measure(threshold, file, engine)));
        boolean met = threshold.isMetBy(value);
        passed += met ? 1 : 0;
        failed += met ? 0 : 1;
        return (met ? "ok       " : "FAILED   ") + threshold.words() + ", measured " + value;
    }

    private static JsonNode measure(Threshold threshold, Path file, ClinicalEngine engine) {
        CodingMode mode = threshold.allMentions() ? CodingMode.ALL_MENTIONS : CodingMode.REPORTABLE;
        return threshold.suite().run(Gold.read(file), new Runner(engine, mode)).figures();
    }
}
