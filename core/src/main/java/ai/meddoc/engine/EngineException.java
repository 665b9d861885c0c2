package ai.meddoc.engine;

import java.util.Objects;

/** The world outside an engine failed. The message names statuses and limits, never content. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What failed. */
    public enum Reason {
        UNAVAILABLE,
        TIMED_OUT,
        OVERLOADED,
        NOT_AUTHORISED,
        BUDGET_SPENT,
        BAD_REPLY
    }

    private final Reason reason;
    private final boolean retryable;

    public EngineException(Reason reason, boolean retryable, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason);
        this.retryable = retryable;
    }

    public Reason reason() {
        return reason;
    }

    public boolean retryable() {
        return retryable;
    }
}
