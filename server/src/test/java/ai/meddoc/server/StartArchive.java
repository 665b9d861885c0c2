package ai.meddoc.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The classes of the packaged server as one start loads them, kept for the next: the tests start it a hundred times. */
final class StartArchive {

    private StartArchive() {}

    /** Flags for {@code java}; none where no archive could be made, which costs time alone. */
    static synchronized List<String> flags(Path jar) throws IOException {
        Path archive = jar.resolveSibling("tests.jsa").toAbsolutePath();
        if (!Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            make(archive);
        }
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off") : List.of();
    }

    /** Another process may be at it as well: each makes its own and puts it there whole. */
    private static void make(Path archive) throws IOException {
        Path folder =
                Files.createTempDirectory(Path.of("target"), "start-archive").toAbsolutePath();
        Path made = folder.resolve("made.jsa");
        List<String> flags = List.of("-XX:ArchiveClassesAtExit=" + made);
        try (RunningServer server = RunningServer.launch(folder, Map.of(), RunningServer.freePort(), flags)) {
            server.awaitHealth();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
