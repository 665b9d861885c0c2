package ai.meddoc.server.database;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked. The driver's message may quote values, so it stays in the cause. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Reason {
        /** It cannot be reached, or is busy beyond patience: trying again makes sense. */
        UNAVAILABLE,
        FULL,
        /** Our mistake. */
        REFUSED
    }

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

    /** By PostgreSQL's classes of states; Hikari's time-out on an exhausted or dead pool has none. */
    private static Reason reason(@Nullable String state) {
        String s = Objects.requireNonNullElse(state, "08");
        if (s.equals("53100")) {
            return Reason.FULL;
        }
        boolean away = s.startsWith("08") || s.startsWith("57P") || s.startsWith("53") || s.startsWith("25006");
        return away ? Reason.UNAVAILABLE : Reason.REFUSED;
    }
}
