package ai.meddoc.claude.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that brought no answer. Its message names statuses and limits: the server's words may repeat the document. */
public final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What failed. */
    public enum Kind {
        /** 400: the request itself; a repetition would fail too. */
        BAD_REQUEST(false),
        UNAUTHORISED(false),
        FORBIDDEN(false),
        /** 404: the model is not there, or no longer. */
        NO_SUCH_MODEL(false),
        TOO_LARGE(false),
        RATE_LIMITED(true),
        /** Credit or spend limit reached: nothing helps but money or the next period. */
        SPEND_LIMIT(false),
        SERVER_ERROR(true),
        OVERLOADED(true),
        TIMED_OUT(true),
        CONNECTION(true),
        /** The body is not what the API promises: a proxy's page, a cut body. */
        BAD_ENVELOPE(true),
        /** Too many calls under way for longer than there was time. */
        BUSY(false),
        /** Not asked: earlier failures, or the server's own wish, forbid it for now. */
        PARKED(false),
        /** Replaying, and this question was never recorded. */
        NOT_RECORDED(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }

        /** Whether the same question would fail another day as well. */
        public boolean isLasting() {
            return this == BAD_REQUEST || this == TOO_LARGE || this == NOT_RECORDED;
        }

        /** Whether it says that the server is in trouble, rather than the question or the key. */
        boolean isOutage() {
            return retryable && this != RATE_LIMITED;
        }
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;
    private final boolean maybeBilled;

    private CallFailure(Kind kind, @Nullable Duration retryAfter, boolean maybeBilled, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind);
        this.retryAfter = retryAfter;
        this.maybeBilled = maybeBilled;
    }

    public CallFailure(Kind kind, @Nullable Duration retryAfter, String message) {
        this(kind, retryAfter, false, message);
    }

    public CallFailure(Kind kind, String message) {
        this(kind, null, message);
    }

    /** Of a question that went out whole, or may have, and whose answer did not come back. */
    public static CallFailure unanswered(Kind kind, String message) {
        return new CallFailure(kind, null, true, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the server may have answered and charge for it, although nobody got the answer. */
    public boolean maybeBilled() {
        return maybeBilled;
    }

    /** How long the server asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
