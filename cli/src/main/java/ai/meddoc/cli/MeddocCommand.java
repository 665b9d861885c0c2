package ai.meddoc.cli;

import ai.meddoc.cli.input.Processor;
import ai.meddoc.cli.output.Terminal;
import ai.meddoc.engine.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code meddoc} and what holds for all its subcommands: help, version, errors and exit codes. */
@Command(
        name = "meddoc",
        mixinStandardHelpOptions = true,
        versionProvider = MeddocCommand.Version.class,
        description = "Type, ICD-10-CM codes with evidence, lab values and a summary for medical documents.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  meddoc process report.pdf",
            "  meddoc process inbox/ --format jsonl --out results.jsonl",
            "  meddoc code \"type 2 diabetes with neuropathy\"",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 65 a document failed, 69 not available, 70 a bug."
        },
        subcommands = {
            ProcessCommand.class,
            CodeCommand.class,
            EvalCommand.class,
            TerminologyCommand.class,
            DoctorCommand.class,
            GateCommand.class,
            RehearseCommand.class
        })
public final class MeddocCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command.");
    }

    /** Runs one command line. Never throws. */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new MeddocCommand())
                .setOut(out)
                .setErr(err)
                .registerConverter(LocalDate.class, new DateOption())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.ansi()))
                .setParameterExceptionHandler(MeddocCommand::wrongUsage)
                .setExecutionExceptionHandler(MeddocCommand::failed);
        return line.execute(arguments);
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("meddoc: " + Terminal.printable(String.valueOf(e.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println(line.getHelp().synopsis(0).strip());
        }
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCodes.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        return switch (e) {
            case CommandFailure failure -> say(err, failure.getMessage(), failure.exitCode());
            case EngineException engine -> say(err, engine.getMessage(), ExitCodes.UNAVAILABLE);
            case UncheckedIOException io -> say(err, reason(io), ExitCodes.UNAVAILABLE);
            case IOException io -> say(err, reason(io), ExitCodes.UNAVAILABLE);
            default -> say(err, Processor.bug(e), ExitCodes.BUG);
        };
    }

    private static int say(PrintWriter err, @Nullable String message, int exitCode) {
        err.println("meddoc: " + Terminal.printable(String.valueOf(message)));
        return exitCode;
    }

    private static String reason(Exception e) {
        return "reading or writing failed: " + e.getMessage();
    }

    /** The version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MeddocCommand.class.getPackage().getImplementationVersion();
            return new String[] {"meddoc " + (version == null ? "(not packaged)" : version)};
        }
    }
}
