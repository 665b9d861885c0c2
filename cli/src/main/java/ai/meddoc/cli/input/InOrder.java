package ai.meddoc.cli.input;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on several items at a time and hands the results over in the items' order, on the caller's thread. Only a few
 * items are under way at any time, so that memory does not grow with their number.
 */
public final class InOrder {

    private static final int AHEAD = 4;

    private InOrder() {}

    /** @param work must not throw for trouble with an item; what it throws ends the whole */
    public static <T, R> void each(Iterable<T> items, int threads, Function<T, R> work, Consumer<R> sink) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Deque<Future<R>> underWay = new ArrayDeque<>();
            try {
                Iterator<T> next = items.iterator();
                while (next.hasNext() || !underWay.isEmpty()) {
                    while (next.hasNext() && underWay.size() < threads * AHEAD) {
                        T item = next.next();
                        underWay.add(pool.submit(() -> work.apply(item)));
                    }
                    sink.accept(take(underWay.remove()));
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static <R> R take(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
