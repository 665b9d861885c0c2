package ai.meddoc.cli;

import ai.meddoc.cli.input.DocumentFile;
import ai.meddoc.cli.input.FileList;
import ai.meddoc.cli.input.InOrder;
import ai.meddoc.cli.input.Processed;
import ai.meddoc.cli.input.Processor;
import ai.meddoc.cli.output.OutputFile;
import ai.meddoc.cli.output.OutputFormat;
import ai.meddoc.cli.output.Progress;
import ai.meddoc.cli.output.ResultWriter;
import ai.meddoc.cli.output.Terminal;
import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.engine.ClinicalEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meddoc process}: files or folders in, results out, in the order of the files. */
@Command(
        name = "process",
        mixinStandardHelpOptions = true,
        description = "Classifies documents, codes them with evidence, reads lab values and summarises.",
        footer = {
            "",
            "Examples:",
            "  meddoc process report.pdf",
            "  meddoc process inbox/ --format jsonl --out results.jsonl",
            "  meddoc process discharge.txt --encounter inpatient --date 2026-02-11",
            "  meddoc process -- -odd-name.txt",
            "",
            "A document that fails is named with its reason; the others are still printed, and the exit code is 65."
        })
final class ProcessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files (PDF or text), or folders of them.")
    private List<String> paths = List.of();

    @Option(
            names = "--engine",
            defaultValue = "local",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineChoice engine = EngineChoice.local;

    @Option(
            names = "--send-scans",
            description = "Let scanned pages leave as pictures; only with --engine claude and CLAUDE_DEIDENTIFY=off.")
    private boolean sendScans;

    @Option(
            names = "--encounter",
            paramLabel = "CLASS",
            description = "outpatient or inpatient; without it the document decides, else outpatient.")
    private @Nullable EncounterClass encounter;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "Date of service (2026-02-11): chooses the ICD-10-CM release. Without it the newest.")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.table;

    @Option(names = "--out", paramLabel = "FILE", description = "Write results to FILE instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        List<DocumentFile> files = FileList.of(paths);
        if (out == null) {
            return run(files, spec.commandLine().getOut(), Terminal.isOutput());
        }
        try (OutputFile file = OutputFile.open(out, paths)) {
            int code = run(files, file.writer(), false);
            file.keep();
            return code;
        }
    }

    private int run(List<DocumentFile> files, PrintWriter results, boolean toTerminal) {
        if (files.isEmpty()) {
            throw new CommandFailure(ExitCodes.DOCUMENT_FAILED, "There are no files in what you named.");
        }
        ClinicalEngine loaded = load();
        if (loaded instanceof ClaudeRun claude) {
            claude.warnings().forEach(this::say);
        }
        Processor processor = new Processor(loaded, Extractors.all(), new Encounter(encounter, date));
        boolean single = paths.size() == 1 && !isFolder(files);
        int threads = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        int[] worst = {ExitCodes.OK};
        try (Progress progress = Progress.over(files.size(), toTerminal);
                ResultWriter writer = format.writer(results, single, toTerminal)) {
            InOrder.each(files, threads, processor::process, processed -> {
                writer.write(processed);
                progress.step();
                worst[0] = Math.max(worst[0], report(processed));
            });
        }
        if (loaded instanceof ClaudeRun claude) {
            say(claude.bill());
        }
        return worst[0];
    }

    private ClinicalEngine load() {
        if (sendScans && engine != EngineChoice.claude) {
            throw new CommandFailure(ExitCodes.USAGE, "--send-scans needs --engine claude: nothing else is sent.");
        }
        return sendScans ? ClaudeRun.load(true) : engine.load();
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("meddoc: " + sentence);
    }

    private boolean isFolder(List<DocumentFile> files) {
        Path path = files.getFirst().path();
        return files.size() != 1
                || path == null
                || !files.getFirst().label().equals(paths.getFirst())
                || Files.isDirectory(path);
    }

    /** Failures also go to standard error, since standard output may be a program's input. */
    private int report(Processed processed) {
        return switch (processed) {
            case Processed.Done done -> ExitCodes.OK;
            case Processed.Failed failed -> {
                String name = Terminal.shortened(failed.file().label(), 200);
                spec.commandLine()
                        .getErr()
                        .println("meddoc: " + name + ": " + failed.reason() + ": " + failed.message());
                yield failed.exitCode();
            }
        };
    }
}
