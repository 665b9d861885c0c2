package ai.meddoc.server.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked. The driver's message may quote values, so it stays in the cause. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Reason {
        /** It cannot be reached, or is busy beyond patience: trying again makes sense. */
        UNAVAILABLE,
        FULL,
        /** A text holds a character that it cannot store, such as U+0000: the caller's mistake. */
        UNSTORABLE_TEXT,
        /** Our mistake. */
        REFUSED
    }

    /** PostgreSQL's states for a character that its encoding does not have, as it is or after translation. */
    static final String NO_SUCH_CHARACTER = "22021";

    private static final String UNTRANSLATABLE = "22P05";

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;

    private final Reason reason;

    DatabaseException(SQLException cause) {
        super("the database failed", cause);
        this.reason = reason(cause);
    }

    public Reason reason() {
        return reason;
    }

    private static Reason reason(SQLException e) {
        if (e instanceof org.sqlite.SQLiteException) {
            return switch (e.getErrorCode() & 0xff) {
                case SQLITE_FULL -> Reason.FULL;
                case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_CANTOPEN -> Reason.UNAVAILABLE;
                default -> Reason.REFUSED;
            };
        }
        return reason(e.getSQLState());
    }

    /**
     * By PostgreSQL's classes of states; Hikari's time-out on an exhausted or dead pool has none. Class 28 is a password
     * that was rotated: whoever runs the program gives it the new one.
     */
    private static Reason reason(@Nullable String state) {
        String s = Objects.requireNonNullElse(state, "08");
        if (s.equals("53100")) {
            return Reason.FULL;
        }
        if (s.equals(NO_SUCH_CHARACTER) || s.equals(UNTRANSLATABLE)) {
            return Reason.UNSTORABLE_TEXT;
        }
        // 40: it gave way to another transaction, as when a document is deleted while its job ends.
        // 25P03: it was frozen within a transaction, and its locks were given to others.
        boolean away =
                Stream.of("08", "28", "40", "53", "57P", "25006", "25P03").anyMatch(s::startsWith);
        return away ? Reason.UNAVAILABLE : Reason.REFUSED;
    }
}
