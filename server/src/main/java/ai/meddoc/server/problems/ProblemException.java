package ai.meddoc.server.problems;

import java.util.Objects;

/** Ends a request with a problem. The message is the problem's detail. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;

    public ProblemException(ProblemType type, String detail) {
        // Expected and frequent: without a stack trace.
        super(detail, null, false, false);
        this.type = Objects.requireNonNull(type);
        this.detail = detail;
    }

    public static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED, detail);
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }
}
