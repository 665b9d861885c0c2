package ai.meddoc.server.analyses;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is: weighted fair queueing. Each tenant's interactive and bulk work are queues of their own; the tag of a
 * piece is that of the one before it in its queue, or the present, plus its share, and the smallest tag is next. So one
 * tenant's thousand files hold nobody up, who waits comes before bulk, and bulk still moves. Thread-safe.
 */
public final class Turns {

    private static final int MANY = 1_000;

    private final Map<String, Long> last = new HashMap<>();
    private long present;
    private long count;

    /** A piece of work that waits in this process; the smallest is next. */
    public final class Turn implements Runnable, Comparable<Turn> {

        private final long tag;
        private final long order;
        private final Runnable work;

        private Turn(long tag, long order, Runnable work) {
            this.tag = tag;
            this.order = order;
            this.work = work;
        }

        @Override
        public void run() {
            started(tag);
            work.run();
        }

        @Override
        public int compareTo(Turn other) {
            return tag == other.tag ? Long.compare(order, other.order) : Long.compare(tag, other.tag);
        }
    }

    Turn next(Waiting job, Runnable work) {
        return next(job.priority() + " " + job.tenant(), job.priority().share(), work);
    }

    /**
     * The turn of a piece of work.
     *
     * @param queue whose it is: no queue gets more than its share
     * @param share how far it moves the next one of its queue back
     */
    public synchronized Turn next(String queue, long share, Runnable work) {
        long tag = Math.max(present, last.getOrDefault(queue, 0L)) + share;
        last.put(queue, tag);
        return new Turn(tag, count++, work);
    }

    private synchronized void started(long tag) {
        present = Math.max(present, tag);
        if (last.size() > MANY) {
            last.values().removeIf(value -> value <= present);
        }
    }
}
