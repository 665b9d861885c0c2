package ai.meddoc.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * How long a note takes one thread, in nanoseconds of that thread's processor time, so that other programs on the machine
 * do not count.
 *
 * @param nanos of every note measured, ascending
 */
record Timing(long[] nanos) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Works through the notes {@code warmUp} times without looking and then {@code rounds} times with. */
    static Timing of(Peer peer, List<String> notes, int warmUp, int rounds) {
        long found = 0;
        for (int i = 0; i < warmUp; i++) {
            found += work(peer, notes);
        }
        long[] nanos = new long[rounds * notes.size()];
        int at = 0;
        for (int i = 0; i < rounds; i++) {
            for (String note : notes) {
                long before = THREADS.getCurrentThreadCpuTime();
                found += peer.work(note);
                nanos[at++] = THREADS.getCurrentThreadCpuTime() - before;
            }
        }
        if (found == 0) {
            throw new IllegalStateException("nothing found by " + peer.name());
        }
        Arrays.sort(nanos);
        return new Timing(nanos);
    }

    /** The notes once; answers how much was found. */
    static long work(Peer peer, List<String> notes) {
        long found = 0;
        for (String note : notes) {
            found += peer.work(note);
        }
        return found;
    }

    /** @param share 0.5 for the median, 0.99 for what one note in a hundred exceeds */
    double millis(double share) {
        return nanos[(int) Math.min(nanos.length - 1, Math.round(share * (nanos.length - 1)))] / 1e6;
    }

    /** All notes together. */
    double millis() {
        return Arrays.stream(nanos).sum() / 1e6;
    }

    double perSecond() {
        return 1e9 * nanos.length / Arrays.stream(nanos).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timing that && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
        return "Timing[" + nanos.length + " notes]";
    }
}
