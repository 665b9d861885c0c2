package ai.meddoc.pdf.child;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux itself holds a process to, set by util-linux's prlimit. */
final class KernelLimits {

    /** The exit code of a process that the kernel ended for its processor time: 128 and SIGXCPU. */
    static final int OUT_OF_PROCESSOR_TIME = 128 + 24;

    private static final Path PROGRAM = Path.of("/usr/bin/prlimit");
    private static final boolean HERE = Files.isExecutable(PROGRAM);

    private KernelLimits() {}

    static boolean here() {
        return HERE;
    }

    /**
     * Words to put before a command, which replaces them as a process. Only the limit is set and not its ceiling, which
     * nobody but root could raise again; and no dump of memory, which would be a document in clear.
     */
    static List<String> before(long processorSeconds) {
        return HERE ? List.of(PROGRAM.toString(), "--core=0:0", "--cpu=" + processorSeconds + ":") : List.of();
    }

    /** Sets anew what all threads of a process may have used since it began; false if it cannot be. */
    static boolean set(long pid, long processorSeconds) {
        if (!HERE) {
            return false;
        }
        ProcessBuilder builder =
                new ProcessBuilder(PROGRAM.toString(), "--pid", String.valueOf(pid), "--cpu=" + processorSeconds + ":");
        try {
            return builder.redirectError(Redirect.DISCARD)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
