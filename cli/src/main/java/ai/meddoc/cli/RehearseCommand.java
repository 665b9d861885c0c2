package ai.meddoc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code meddoc rehearse}, for the launcher: does what users do, so that the JVM can store what it loaded for it. */
@Command(name = "rehearse", hidden = true, description = "Runs the commands once, for the start-up cache.")
final class RehearseCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Sample documents.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        String[] files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(RehearseCommand::isQuick)
                    .sorted()
                    .map(Path::toString)
                    .toArray(String[]::new);
        }
        for (String format : new String[] {"table", "json", "jsonl"}) {
            run(Stream.concat(Stream.of("process", "--format", format), Stream.of(files)));
        }
        run(Stream.of("code", "type 2 diabetes with neuropathy"));
        run(Stream.of("code", "E11.40"));
        run(Stream.of("process", "--help"));
        return ExitCodes.OK;
    }

    /** Scans take seconds, and most of it in native code that no cache holds. */
    private static boolean isQuick(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().contains("scan");
    }

    private static void run(Stream<String> arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        MeddocCommand.run(arguments.toArray(String[]::new), nowhere, nowhere);
    }
}
