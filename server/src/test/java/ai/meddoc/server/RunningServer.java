package ai.meddoc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process of its own, as people run it. */
public final class RunningServer implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final Path log;
    private final int port;

    private RunningServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts in a folder, whose database and files a later start finds again, and waits until it answers. */
    public static RunningServer start(Path folder, Map<String, String> settings) {
        try {
            RunningServer server = launch(folder, settings, freePort());
            server.awaitHealth();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts and does not wait. */
    public static RunningServer launch(Path folder, Map<String, String> settings, int port, String... words)
            throws IOException {
        return launch(folder, settings, port, StartArchive.flags(JAR), words);
    }

    static RunningServer launch(
            Path folder, Map<String, String> settings, int port, List<String> flags, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(words));
        Path log = folder.resolve("log-" + System.nanoTime() + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("PORT", String.valueOf(port));
        builder.environment().keySet().removeAll(List.of("HOST", "DB_URL", "STORAGE_DIR", "ALLOW_ORIGINS"));
        builder.environment().putAll(environment);
        return new RunningServer(builder.start(), log, port);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public void awaitHealth() throws IOException, InterruptedException {
        Api api = api();
        for (int i = 0; i < 600; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended: " + log());
            }
            if (api.answers("/health/ready")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the server did not start: " + log());
    }

    public Api api() {
        return new Api("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
