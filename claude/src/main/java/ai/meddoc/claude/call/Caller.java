package ai.meddoc.claude.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Asks a server with patience and manners: a few attempts within a deadline, the server's own {@code retry-after}, full
 * jitter, no more questions at once than agreed, none at all while the server is in trouble. Thread-safe.
 */
public final class Caller {

    private static final Duration SPEND_LIMIT_PAUSE = Duration.ofMinutes(15);
    private static final Duration LEAST = Duration.ofMillis(50);

    private final ModelServer server;
    private final CallLimits limits;
    private final Consumer<Duration> sleep;
    private final RandomGenerator random;
    private final Semaphore places;
    private final CircuitBreaker breaker;

    /** @param sleep waits; tests give one that does not */
    public Caller(ModelServer server, CallLimits limits, InstantSource clock, Consumer<Duration> sleep) {
        this.server = server;
        this.limits = limits;
        this.sleep = sleep;
        this.random = RandomGenerator.getDefault();
        this.places = new Semaphore(limits.parallel(), true);
        this.breaker = new CircuitBreaker(limits.failuresToOpen(), limits.openFor(), clock);
    }

    public Caller(ModelServer server, CallLimits limits, InstantSource clock) {
        this(server, limits, clock, Caller::sleep);
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure(CallFailure.Kind.TIMED_OUT, "The wait for Claude was interrupted.");
        }
    }

    /** Until when nobody asks; in the past when anybody may. */
    public Instant parkedUntil() {
        return breaker.closedUntil();
    }

    /**
     * @param lost told of every attempt that may have been billed although no answer came; what it throws ends the asking
     * @throws CallFailure of the last attempt
     */
    public ModelAnswer ask(ModelRequest request, Deadline deadline, Runnable lost) {
        enterPlace(deadline);
        try {
            return attempts(request, deadline, lost);
        } finally {
            places.release();
        }
    }

    /** The server's count, or -1 when it does not answer: counting is never worth a document. */
    public long countTokens(ModelRequest request, Deadline deadline) {
        try {
            breaker.enter();
            long tokens = server.countTokens(request, deadline.atMost(Duration.ofSeconds(5)));
            breaker.succeeded();
            return tokens;
        } catch (CallFailure e) {
            learn(e);
            return -1;
        }
    }

    private void enterPlace(Deadline deadline) {
        try {
            if (places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CallFailure(CallFailure.Kind.BUSY, "All " + limits.parallel() + " places for calls stayed taken.");
    }

    private ModelAnswer attempts(ModelRequest request, Deadline deadline, Runnable lost) {
        for (int attempt = 1; ; attempt++) {
            breaker.enter();
            try {
                ModelAnswer answer = server.ask(request, deadline.left());
                breaker.succeeded();
                return answer;
            } catch (CallFailure e) {
                learn(e);
                if (e.maybeBilled()) {
                    lost.run();
                }
                Duration wait = waitAfter(e, attempt);
                if (!e.kind().retryable() || attempt >= limits.attempts() || !deadline.allows(wait.plus(LEAST))) {
                    throw e;
                }
                sleep.accept(wait);
            } catch (RuntimeException e) {
                breaker.refused();
                throw e;
            }
        }
    }

    private void learn(CallFailure e) {
        if (e.kind() == CallFailure.Kind.PARKED) {
            return;
        }
        if (e.kind() == CallFailure.Kind.SPEND_LIMIT) {
            breaker.park(e.retryAfter().orElse(SPEND_LIMIT_PAUSE));
        } else if (e.kind().isOutage()) {
            breaker.outage();
        } else {
            breaker.refused();
        }
        if (e.kind() == CallFailure.Kind.RATE_LIMITED
                && e.retryAfter()
                        .filter(t -> t.compareTo(limits.deadline()) > 0)
                        .isPresent()) {
            breaker.park(e.retryAfter().orElseThrow());
        }
    }

    /** What the server asks for, else a random part of a time that doubles. */
    private Duration waitAfter(CallFailure e, int attempt) {
        long most = limits.firstWait().toNanos() << (attempt - 1);
        Duration jitter = Duration.ofNanos(most <= 0 ? 0 : random.nextLong(most));
        return e.retryAfter().map(asked -> asked.plus(jitter.dividedBy(4))).orElse(jitter);
    }
}
