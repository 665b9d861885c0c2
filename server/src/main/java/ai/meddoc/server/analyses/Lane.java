package ai.meddoc.server.analyses;

import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Workers for documents of one kind, and what waits for them in this process. Texts have a lane of their own, so that files
 * that take a reader half a minute each hold no text up. Thread-safe.
 */
final class Lane {

    /** Beyond so many, jobs wait in the database alone. */
    static final int MOST = 64;

    private final boolean text;
    private final ThreadPoolExecutor workers;
    private final Turns turns = new Turns();
    private volatile boolean more;

    /** @param text whether for text, or for what a reader reads */
    Lane(boolean text, int count) {
        this.text = text;
        String name = text ? "jobs-worker-" : "jobs-reader-";
        this.workers = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    boolean text() {
        return text;
    }

    /** Whether work handed over now would start at once. */
    boolean isIdle() {
        return workers.getActiveCount() < workers.getCorePoolSize()
                && workers.getQueue().isEmpty();
    }

    boolean isFull() {
        return workers.getQueue().size() >= MOST;
    }

    void add(Waiting job, Runnable work) {
        workers.execute(turns.next(job, work));
    }

    /** The database holds jobs that this process has not seen, or not taken. */
    void leaveMore(boolean isMore) {
        more = isMore;
    }

    /** Whether to look into the database now, instead of at the next tick; says so once. */
    boolean hasRunDry() {
        boolean dry = more && workers.getQueue().isEmpty() && !workers.isShutdown();
        if (dry) {
            more = false;
        }
        return dry;
    }

    /** Takes nothing more; what runs goes on. */
    void close() {
        workers.getQueue().clear();
        workers.shutdown();
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        return workers.awaitTermination(millis, TimeUnit.MILLISECONDS);
    }
}
