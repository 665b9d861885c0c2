package ai.meddoc.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** {@code function.zip} unpacked as Lambda does it, in Lambda's own runtime for Java, as a process of its own. */
final class Function implements AutoCloseable {

    static final String PROGRAM = "ai.meddoc.lambda.Program::handleRequest";
    static final String WORKER = "ai.meddoc.lambda.Worker::handleRequest";

    private static final Path ZIP = Path.of("target/function.zip");
    private static final Path FILES = Path.of("target/function").toAbsolutePath();
    private static final Path RUNTIME = Path.of("target/runtime").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final Path log;
    private final long startMillis;

    private Function(String handler, Path folder, Map<String, String> settings, boolean snapshot) throws Exception {
        unpack();
        log = Files.createTempFile(folder, "function", ".log");
        long begin = System.nanoTime();
        process = start(handler, folder, settings, snapshot);
        boolean started = snapshot ? api.awaitSnapshot(START) : api.awaitReady(START);
        startMillis = (System.nanoTime() - begin) / 1_000_000;
        if (!started) {
            close();
            throw new AssertionError("the function did not start:\n" + log());
        }
    }

    static Function start(String handler, Path folder, Map<String, String> settings) throws Exception {
        return new Function(handler, folder, settings, false);
    }

    /** Started up to the snapshot; {@link #restore} goes on. */
    static Function snapshot(String handler, Path folder, Map<String, String> settings) throws Exception {
        return new Function(handler, folder, settings, true);
    }

    void restore() throws InterruptedException {
        api.letItRestore();
        if (!api.awaitReady(START)) {
            throw new AssertionError("the function did not come back");
        }
    }

    private Process start(String handler, Path folder, Map<String, String> settings, boolean snapshot)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-cp",
                RUNTIME + "/*",
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(FILES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "f");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
        builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", snapshot ? "snap-start" : "on-demand");
        builder.environment().put("STORAGE_DIR", folder.resolve("tmp").toString());
        builder.environment().put("LAMBDA_TASK_ROOT", FILES.toString());
        return builder.start();
    }

    JsonNode invoke(Object event) throws Exception {
        return api.invoke(event, Duration.ofSeconds(60));
    }

    JsonNode invoke(Object event, Duration time) throws Exception {
        return api.invoke(event, time);
    }

    long startMillis() {
        return startMillis;
    }

    /** Of the runtime and of the readers that it started. */
    long residentMegabytes() throws IOException {
        long kilobytes = resident(process.pid());
        for (ProcessHandle child : process.descendants().toList()) {
            kilobytes += resident(child.pid());
        }
        return kilobytes / 1024;
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** As an environment ends that is taken away: without a word. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private static synchronized void unpack() throws IOException {
        Path stamp = FILES.resolve(".unpacked");
        if (Files.exists(stamp) && Files.getLastModifiedTime(stamp).compareTo(Files.getLastModifiedTime(ZIP)) > 0) {
            return;
        }
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = FILES.resolve(entry.getName());
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        Files.writeString(stamp, "");
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        api.close();
    }
}
