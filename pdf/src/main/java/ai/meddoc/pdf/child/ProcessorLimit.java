package ai.meddoc.pdf.child;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The processor time that a child may use for one document. The kernel ends a child that goes over it, even when this
 * JVM hangs or is gone; where it cannot, the child is looked at several times a second. One thread at a time.
 */
final class ProcessorLimit {

    private static final long LOOK_EVERY_MILLIS = 200;

    private final Process process;
    private final Duration most;
    /** Where the kernel ends the process; zero if it does not. */
    private Duration end;

    private @Nullable Thread watch;
    private volatile boolean reached;

    private ProcessorLimit(Process process, Duration most, Duration end) {
        this.process = process;
        this.most = most;
        this.end = end;
    }

    /** A process that was started after {@link KernelLimits#before} with {@link #seconds}. */
    static ProcessorLimit of(Process process, Duration most) {
        return new ProcessorLimit(
                process, most, KernelLimits.here() ? Duration.ofSeconds(seconds(most)) : Duration.ZERO);
    }

    /** As {@link #of} where the kernel does not help. */
    static ProcessorLimit watched(Process process, Duration most) {
        return new ProcessorLimit(process, most, Duration.ZERO);
    }

    /**
     * Enough for two documents: it is set anew only when less than one's is left, so that a usual document costs no
     * process, and one that spins has between once and twice its time.
     */
    static long seconds(Duration most) {
        return 2 * most.plusMillis(999).toSeconds();
    }

    /** Counts from now. */
    void on() {
        if (!heldByKernel()) {
            Duration last = used().plus(most);
            watch = Thread.ofVirtual().name("processor-limit").start(() -> watch(last));
        }
    }

    void off() {
        if (watch != null) {
            watch.interrupt();
            watch = null;
        }
    }

    private boolean heldByKernel() {
        if (end.isPositive() && end.minus(used()).compareTo(most) < 0) {
            Duration next = Duration.ofSeconds(used().toSeconds() + seconds(most));
            end = KernelLimits.set(process.pid(), next.toSeconds()) ? next : Duration.ZERO;
        }
        return end.isPositive();
    }

    private Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void watch(Duration last) {
        try {
            while (process.isAlive()) {
                if (used().compareTo(last) > 0) {
                    reached = true;
                    process.destroyForcibly();
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // Switched off.
        }
    }

    /** Whether this is what ended the process. */
    boolean ended(int code) {
        return reached || code == KernelLimits.OUT_OF_PROCESSOR_TIME;
    }
}
