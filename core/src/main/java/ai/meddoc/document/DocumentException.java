package ai.meddoc.document;

import java.util.Objects;

/**
 * A document that cannot be processed. The message is one sentence for the person who sent it: it names limits and
 * counts, never content and never the file name.
 */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the name is part of the API ({@code problems.md}) and never changes. */
    public enum Reason {
        /** No bytes, or no text after extraction. */
        EMPTY,
        /** Not PDF, text or an image that is read. */
        UNSUPPORTED,
        /** More bytes, pages or characters than the limits allow. */
        TOO_LARGE,
        /** A password is needed. */
        ENCRYPTED,
        /** The structure is broken beyond repair. */
        DAMAGED,
        /** Extraction took longer, or needed more memory, than the limits allow. */
        LIMIT_EXCEEDED
    }

    private final Reason reason;

    public DocumentException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason);
    }

    public DocumentException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
