package ai.meddoc.server.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a row is run.
 *
 * @param full as the table says, or only enough to notice that something broke
 * @param folder for whatever a row writes
 */
record Scale(boolean full, Path folder) {

    int of(int few, int all) {
        return full ? all : few;
    }

    /** A new folder below this one's. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
