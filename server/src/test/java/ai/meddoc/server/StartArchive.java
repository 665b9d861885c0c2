package ai.meddoc.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The classes of the packaged server as one start loads them, kept for the next: the tests start it a hundred times. */
final class StartArchive {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private StartArchive() {}

    /** Flags for {@code java}; none where no archive could be made, which costs time alone. */
    static synchronized List<String> flags(Path jar) throws IOException {
        Path archive = jar.resolveSibling("tests.jsa").toAbsolutePath();
        if (!Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            make(jar.toAbsolutePath(), archive);
        }
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off") : List.of();
    }

    /** Another process may be at it as well: each makes its own and puts it there whole. */
    private static void make(Path jar, Path archive) throws IOException {
        Path folder = Files.createTempDirectory("start-archive");
        Path made = folder.resolve("made.jsa");
        int port = RunningServer.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        JAVA,
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ArchiveClassesAtExit=" + made,
                        "-jar",
                        "" + jar)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(Map.of("PORT", String.valueOf(port)));
        Process process = builder.start();
        try {
            Api api = new Api("http://127.0.0.1:" + port);
            for (int i = 0; i < 300 && process.isAlive() && !api.answers("/health/ready"); i++) {
                Thread.sleep(100);
            }
            process.destroy();
            if (process.waitFor(60, TimeUnit.SECONDS) && Files.exists(made)) {
                Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
