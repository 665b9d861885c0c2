package ai.meddoc.pdf.child;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How children are run.
 *
 * @param children how many at most read at the same time
 * @param memoryMegabytes what one child may hold in all; half of it is heap, the rest is for the recogniser and the JVM
 * @param documents how many documents one child reads before a fresh one takes its place
 * @param processorTime what all threads of a child together may use for one document; more than the clock allows by
 *     default, since compiling and collecting count too, so that the child's own answer comes first
 */
public record ChildSettings(int children, int memoryMegabytes, int documents, Duration processorTime) {

    /** One child of 512 MB, renewed every 500 documents, each with 40 s of processor time. */
    public static final ChildSettings DEFAULT = new ChildSettings(1, 512, 500, Duration.ofSeconds(40));

    private static final int LEAST_MEGABYTES = 128;
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** @throws IllegalArgumentException if a number is out of range */
    public ChildSettings {
        if (children < 1 || documents < 1 || memoryMegabytes < LEAST_MEGABYTES) {
            throw new IllegalArgumentException("at least one child, one document and " + LEAST_MEGABYTES + " MB");
        }
        if (processorTime.toMillis() < 1) {
            throw new IllegalArgumentException("processor time must be positive");
        }
    }

    public ChildSettings(int children, int memoryMegabytes, int documents) {
        this(children, memoryMegabytes, documents, DEFAULT.processorTime());
    }

    public ChildSettings withProcessorTime(Duration most) {
        return new ChildSettings(children, memoryMegabytes, documents, most);
    }

    /** The command that starts a child: this JVM and class path, lowest priority, no second compiler. */
    List<String> command() {
        List<String> words = new ArrayList<>(KernelLimits.before(ProcessorLimit.seconds(processorTime)));
        if (Files.isExecutable(NICE)) {
            words.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memoryMegabytes / 2 + "m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // Whatever a crash leaves behind would hold a document in clear.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                ChildMain.class.getName()));
        return words;
    }

    /** Absolute, since the child runs in another folder. */
    private static String classPath() {
        StringBuilder path = new StringBuilder();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.append(path.isEmpty() ? "" : File.pathSeparator)
                    .append(Path.of(part).toAbsolutePath());
        }
        return path.toString();
    }
}
