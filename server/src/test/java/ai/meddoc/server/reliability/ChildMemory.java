package ai.meddoc.server.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The most memory that each child of a process ever held: VmHWM, the kernel's own mark, read so often that little of a
 * child's last moment is missed. Linux only.
 */
final class ChildMemory implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 5;

    private final ProcessHandle parent;
    private final Map<Long, Long> peaks = new ConcurrentHashMap<>();
    private final Thread looking;

    private ChildMemory(ProcessHandle parent) {
        this.parent = parent;
        this.looking = Thread.ofPlatform().daemon().start(this::look);
    }

    static ChildMemory of(long pid) {
        return new ChildMemory(ProcessHandle.of(pid).orElseThrow());
    }

    private void look() {
        try {
            while (true) {
                parent.descendants().forEach(child -> peaks.merge(child.pid(), kilobytes(child.pid()), Math::max));
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // Asked to stop.
        }
    }

    private static long kilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
    }

    int children() {
        return peaks.size();
    }

    long mostMegabytes() {
        return peaks.values().stream().mapToLong(Long::longValue).max().orElse(0) >> 10;
    }

    @Override
    public void close() throws InterruptedException {
        looking.interrupt();
        looking.join();
    }
}
