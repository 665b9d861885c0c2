package ai.meddoc.server.analyses;

import org.jspecify.annotations.Nullable;

/**
 * What waits for a worker.
 *
 * @param oldestSeconds how long the oldest has waited; 0 when nothing waits
 */
record Backlog(long waiting, long oldestSeconds) {

    static final Backlog NONE = new Backlog(0, 0);

    static Backlog of(long waiting, @Nullable Long oldestCreatedAt, long now) {
        return new Backlog(waiting, oldestCreatedAt == null ? 0 : Math.max(0, (now - oldestCreatedAt) / 1_000));
    }
}
