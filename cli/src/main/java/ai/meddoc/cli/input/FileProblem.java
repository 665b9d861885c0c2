package ai.meddoc.cli.input;

/** A file that could not be opened or read: one sentence that does not name the file. */
public final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the name is printed. */
    public enum Reason {
        NOT_FOUND,
        UNREADABLE
    }

    private final Reason reason;

    FileProblem(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
