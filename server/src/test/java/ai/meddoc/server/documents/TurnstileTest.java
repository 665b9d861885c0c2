package ai.meddoc.server.documents;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class TurnstileTest {

    private static final long MEGABYTE = 1 << 20;

    private final Turnstile turnstile = new Turnstile(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> passed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void letsAnotherCallerInBeforeTheRestOfAHundred() throws Exception {
        List<String> order = behindOne(() -> {
            for (int i = 1; i <= 3; i++) {
                arrive("one " + i, "one", 100);
            }
            arrive("two 1", "two", 100);
        });

        assertThat(order).containsExactly("one 1", "two 1", "one 2", "one 3");
    }

    @Test
    void letsTheSmallInBeforeTheLarge() throws Exception {
        List<String> order = behindOne(() -> {
            arrive("large", "one", 8 * MEGABYTE);
            arrive("small", "two", 100);
        });

        assertThat(order).containsExactly("small", "large");
    }

    @Test
    void neverLetsMoreInThanItHasPlacesFor() throws Exception {
        Turnstile two = new Turnstile(2);
        two.enter("one", 1);
        two.enter("one", 1);
        CountDownLatch third = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            two.enter("one", 1);
            third.countDown();
        });

        assertThat(third.await(100, MILLISECONDS)).isFalse();
        two.leave();
        assertThat(third.await(5, SECONDS)).isTrue();
    }

    @Test
    void letsNobodyWaitLongBehindThoseWhoAreStuck() {
        turnstile.enter("stuck", 1);
        long begin = System.nanoTime();
        turnstile.enter("other", 1);

        assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(250L, 3_000L);
        assertThat(turnstile.waiting()).isZero();
    }

    /** In which order they pass that arrive while the only place is taken. */
    private List<String> behindOne(Runnable arrivals) throws InterruptedException {
        turnstile.enter("first", 1);
        arrivals.run();
        turnstile.leave();
        callers.shutdown();
        assertThat(callers.awaitTermination(5, SECONDS)).isTrue();
        return passed;
    }

    private void arrive(String name, String caller, long bytes) {
        int before = turnstile.waiting();
        callers.execute(() -> {
            turnstile.enter(caller, bytes);
            passed.add(name);
            turnstile.leave();
        });
        while (turnstile.waiting() == before) {
            Thread.onSpinWait();
        }
    }
}
