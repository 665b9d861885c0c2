package ai.meddoc.server.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How busy this machine is, since a latency means little without it. */
final class Load {

    private Load() {}

    /** Of the last minute; "unknown" where the system does not say. */
    static String average() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}
