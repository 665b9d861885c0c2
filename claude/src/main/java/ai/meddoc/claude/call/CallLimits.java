package ai.meddoc.claude.call;

import java.time.Duration;
import java.util.Objects;

/**
 * How long and how hard is tried.
 *
 * @param deadline for all attempts and waits of one document; under a minute, for a thread waits in it
 * @param attempts at most so many per question
 * @param firstWait before the second attempt, doubled for each more, each with full jitter
 * @param parallel questions under way at once; others wait until the deadline
 * @param failuresToOpen so many failures in a row stop all questions
 * @param openFor for so long, then one question tries again
 */
public record CallLimits(
        Duration deadline, int attempts, Duration firstWait, int parallel, int failuresToOpen, Duration openFor) {

    private static final Duration LONGEST = Duration.ofSeconds(58);

    public static final CallLimits DEFAULT =
            new CallLimits(Duration.ofSeconds(50), 3, Duration.ofSeconds(1), 8, 5, Duration.ofSeconds(30));

    /** @throws IllegalArgumentException if a limit is zero or less, or the deadline 58 seconds or more */
    public CallLimits {
        Objects.requireNonNull(firstWait);
        Objects.requireNonNull(openFor);
        if (!deadline.isPositive() || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a deadline of " + deadline);
        }
        if (attempts < 1 || parallel < 1 || failuresToOpen < 1) {
            throw new IllegalArgumentException("attempts, parallel and failures are at least 1");
        }
    }

    public CallLimits within(Duration other) {
        return new CallLimits(other, attempts, firstWait, parallel, failuresToOpen, openFor);
    }

    public CallLimits waiting(Duration first) {
        return new CallLimits(deadline, attempts, first, parallel, failuresToOpen, openFor);
    }
}
