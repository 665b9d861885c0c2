package ai.meddoc.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How many times the notes of one thread two threads get through in the same time, the engine shared: the median of five
 * pairs, one thread and two threads in turn.
 */
final class TwoThreads {

    private static final int PAIRS = 5;

    private TwoThreads() {}

    static double ratio(Peer shared, List<String> notes, int rounds) throws InterruptedException {
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            long alone = nanos(shared, notes, rounds, 1);
            long both = nanos(shared, notes, rounds, 2);
            ratios[i] = 2.0 * alone / both;
        }
        Arrays.sort(ratios);
        return ratios[PAIRS / 2];
    }

    private static long nanos(Peer shared, List<String> notes, int rounds, int count) throws InterruptedException {
        Thread[] threads = new Thread[count];
        long start = System.nanoTime();
        for (int t = 0; t < count; t++) {
            threads[t] = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < rounds; i++) {
                    Timing.work(shared, notes);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return System.nanoTime() - start;
    }
}
