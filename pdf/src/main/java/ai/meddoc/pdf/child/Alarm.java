package ai.meddoc.pdf.child;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something when time is up, unless it is switched off before. */
final class Alarm {

    private final CompletableFuture<Boolean> rings;

    private Alarm(CompletableFuture<Boolean> rings) {
        this.rings = rings;
    }

    static Alarm set(Duration after, Runnable action) {
        CompletableFuture<Boolean> rings =
                new CompletableFuture<Boolean>().completeOnTimeout(true, after.toMillis(), TimeUnit.MILLISECONDS);
        rings.thenAccept(rang -> {
            if (rang) {
                action.run();
            }
        });
        return new Alarm(rings);
    }

    boolean rang() {
        return rings.getNow(false);
    }

    void off() {
        rings.complete(false);
    }
}
