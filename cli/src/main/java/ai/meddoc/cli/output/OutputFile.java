package ai.meddoc.cli.output;

import ai.meddoc.cli.CommandFailure;
import ai.meddoc.cli.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that appears complete or not at all: written beside its place, then moved there. */
public final class OutputFile implements AutoCloseable {

    private final Path target;
    private final Path draft;
    private final PrintWriter writer;

    private OutputFile(Path target, Path draft, PrintWriter writer) {
        this.target = target;
        this.draft = draft;
        this.writer = writer;
    }

    /** @param inputs what must not be overwritten */
    public static OutputFile open(Path target, List<String> inputs) {
        for (String input : inputs) {
            if (isSame(target, input)) {
                throw new CommandFailure(ExitCodes.USAGE, "--out would overwrite a document that is to be read.");
            }
        }
        try {
            Path folder = target.toAbsolutePath().getParent();
            Path draft = Files.createTempFile(folder, ".meddoc", ".part");
            PrintWriter writer = new PrintWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8));
            return new OutputFile(target, draft, writer);
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, "The file to write cannot be made there.");
        }
    }

    private static boolean isSame(Path target, String input) {
        try {
            return Files.exists(target) && Files.isSameFile(target, Path.of(input));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    public PrintWriter writer() {
        return writer;
    }

    /** Puts the file in its place. */
    public void keep() throws IOException {
        writer.close();
        if (writer.checkError()) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, "The results could not be written; is the disk full?");
        }
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not kept. */
    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(draft);
    }
}
