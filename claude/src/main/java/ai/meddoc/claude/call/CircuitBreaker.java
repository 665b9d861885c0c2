package ai.meddoc.claude.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Stops asking a server that is in trouble: after a number of outages in a row nothing is asked for a while, then one
 * question tries. The server's own {@code retry-after} closes the way too. Thread-safe.
 */
public final class CircuitBreaker {

    private final int failuresToOpen;
    private final Duration openFor;
    private final InstantSource clock;
    private Instant closedUntil = Instant.MIN;
    private int failures;
    private boolean trying;

    CircuitBreaker(int failuresToOpen, Duration openFor, InstantSource clock) {
        this.failuresToOpen = failuresToOpen;
        this.openFor = openFor;
        this.clock = clock;
    }

    /** @throws CallFailure with {@link CallFailure.Kind#PARKED} and the time to wait */
    synchronized void enter() {
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            Duration wait = Duration.between(now, closedUntil);
            throw new CallFailure(
                    CallFailure.Kind.PARKED, wait, "Claude is not asked for another " + wait.toSeconds() + " s.");
        }
        if (failures >= failuresToOpen) {
            if (trying) {
                throw new CallFailure(CallFailure.Kind.PARKED, openFor, "Claude is being tried by another question.");
            }
            trying = true;
        }
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    /** A failure that says nothing of the server's health. */
    synchronized void refused() {
        trying = false;
    }

    synchronized void outage() {
        trying = false;
        failures++;
        if (failures >= failuresToOpen) {
            park(openFor);
        }
    }

    /** Nobody asks for a while. */
    synchronized void park(Duration time) {
        trying = false;
        Instant until = clock.instant().plus(time);
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    /** Until when nobody asks; in the past when anybody may. */
    public synchronized Instant closedUntil() {
        return closedUntil;
    }
}
