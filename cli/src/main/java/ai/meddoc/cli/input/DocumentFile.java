package ai.meddoc.cli.input;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.extract.ExtractionLimits;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that the user named, or that was found in a folder that the user named.
 *
 * @param label how the user wrote it; shown to the user only
 * @param path null when the label cannot be a path on this system
 */
public record DocumentFile(String label, @Nullable Path path) {

    /** Larger files are refused before they are read. */
    public static final long MOST_BYTES = ExtractionLimits.DEFAULT.bytes();

    public DocumentFile {
        Objects.requireNonNull(label);
    }

    static DocumentFile named(String label) {
        try {
            return new DocumentFile(label, label.isEmpty() ? null : Path.of(label));
        } catch (InvalidPathException e) {
            return new DocumentFile(label, null);
        }
    }

    /** The size, 0 when it is not known: nothing is thrown before {@link #read}. */
    public long size() {
        try {
            return path == null ? 0 : Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws FileProblem if it cannot be opened or read
     * @throws DocumentException if it is too large
     */
    public Document read() {
        if (path == null) {
            throw new FileProblem(FileProblem.Reason.NOT_FOUND, "This cannot be the name of a file.");
        }
        if (!Files.exists(path)) {
            throw new FileProblem(FileProblem.Reason.NOT_FOUND, "There is no such file.");
        }
        if (!Files.isRegularFile(path)) {
            throw new FileProblem(FileProblem.Reason.UNREADABLE, "This is not a regular file.");
        }
        try {
            return new Document(path.getFileName().toString(), bytes(path));
        } catch (AccessDeniedException e) {
            throw new FileProblem(FileProblem.Reason.UNREADABLE, "You may not read this file.");
        } catch (IOException e) {
            throw new FileProblem(FileProblem.Reason.UNREADABLE, "The file could not be read to its end.");
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        long size = Files.size(path);
        if (size > MOST_BYTES) {
            throw new DocumentException(
                    DocumentException.Reason.TOO_LARGE,
                    "The file has " + size + " bytes; at most " + MOST_BYTES + " are read.");
        }
        return Files.readAllBytes(path);
    }

    /** Prints no name. */
    @Override
    public String toString() {
        return "DocumentFile";
    }
}
