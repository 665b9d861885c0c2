package ai.meddoc.cli;

/** What the process returns. */
public final class ExitCodes {
    public static final int OK = 0;
    /** The command line itself is wrong. */
    public static final int USAGE = 2;
    /** A document failed; the others are still printed. */
    public static final int DOCUMENT_FAILED = 65;
    /** The engine, the storage or the place to write to is not available. */
    public static final int UNAVAILABLE = 69;
    /** A bug in this program. */
    public static final int BUG = 70;

    private ExitCodes() {}
}
