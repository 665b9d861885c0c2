package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.Turns;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few uploads at a time write to the disk and the database, and the others wait in fair order: by caller, small
 * before large. Without it a hundred files that arrive at once are a queue before the
 * one writer in which everybody else stands last. Thread-safe.
 */
final class Turnstile {

    /** What counts as one piece of work. */
    private static final long PIECE = 64 * 1024;

    /** Where those inside wait for a database that is gone, the others find that out by themselves. */
    private static final long PATIENCE_MILLIS = 300;

    private final Turns turns = new Turns();
    private final PriorityQueue<Turns.Turn> waiting = new PriorityQueue<>();
    private int free;

    Turnstile(int atOnce) {
        this.free = atOnce;
    }

    /** Returns when it is this upload's turn, or has waited long enough; {@link #leave} must follow. */
    void enter(String caller, long bytes) {
        CompletableFuture<Void> go = new CompletableFuture<>();
        Turns.Turn turn = turns.next(caller, 1 + bytes / PIECE, () -> go.complete(null));
        synchronized (this) {
            waiting.add(turn);
            admit();
        }
        go.completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        synchronized (this) {
            if (waiting.remove(turn)) {
                free--;
            }
        }
    }

    synchronized void leave() {
        free++;
        admit();
    }

    /** How many are not let in yet. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void admit() {
        while (free > 0 && !waiting.isEmpty()) {
            free--;
            waiting.poll().run();
        }
    }
}
