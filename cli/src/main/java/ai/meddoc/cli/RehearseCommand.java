package ai.meddoc.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code meddoc rehearse}, for the launcher: does what users do, so that the JVM can store what it loaded for it. */
@Command(name = "rehearse", hidden = true, description = "Runs the commands once, for the start-up cache.")
final class RehearseCommand implements Callable<Integer> {

    private static final int ROUNDS = 3;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Sample documents.")
    private String folder = "";

    @Override
    public Integer call() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (int round = 0; round < ROUNDS; round++) {
            for (String format : new String[] {"table", "json", "jsonl"}) {
                run(nowhere, "process", folder, "--format", format);
            }
            run(nowhere, "code", "type 2 diabetes with neuropathy");
            run(nowhere, "code", "E11.40");
        }
        run(nowhere, "--help");
        run(nowhere, "process", "--help");
        return ExitCodes.OK;
    }

    private static void run(PrintWriter nowhere, String... arguments) {
        MeddocCommand.run(arguments, nowhere, nowhere);
    }
}
