package ai.meddoc.server.database;

import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What keeps the server from working with a database. The drivers' own messages may quote values, so they go nowhere. */
public enum DatabaseTrouble {
    UNREACHABLE,
    NO_TLS,
    LOGIN,
    NO_SUCH_DATABASE,
    TOO_MANY_CONNECTIONS,
    CANNOT_OPEN_FILE,
    NOT_A_DATABASE,
    OF_OTHERS,
    SCHEMA_CHANGED,
    BUSY,
    FULL,
    READ_ONLY;

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_NOTADB = 26;

    static DatabaseTrouble of(@Nullable Throwable thrown) {
        SQLException failure = null;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            // No certificate, one of somebody else, or no file of authorities.
            if (t instanceof SSLException
                    || t instanceof GeneralSecurityException
                    || t instanceof FileNotFoundException) {
                return NO_TLS;
            }
            failure = failure == null && t instanceof SQLException sql ? sql : failure;
        }
        return failure instanceof SQLiteException ? sqlite(failure.getErrorCode()) : postgres(failure);
    }

    private static DatabaseTrouble sqlite(int code) {
        return switch (code & 0xff) {
            case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
            case SQLITE_READONLY -> READ_ONLY;
            case SQLITE_FULL -> FULL;
            case SQLITE_NOTADB -> NOT_A_DATABASE;
            default -> CANNOT_OPEN_FILE;
        };
    }

    /** By PostgreSQL's states; 08004 is the driver's own for a server without TLS where the address asks for it. */
    private static DatabaseTrouble postgres(@Nullable SQLException failure) {
        String state = failure == null ? "" : Objects.requireNonNullElse(failure.getSQLState(), "");
        return switch (state) {
            case "08004" -> NO_TLS;
            case "28000", "28P01" -> LOGIN;
            case "3D000" -> NO_SUCH_DATABASE;
            case "53300" -> TOO_MANY_CONNECTIONS;
            case "53100" -> FULL;
            case "25006", "42501" -> READ_ONLY;
            default -> UNREACHABLE;
        };
    }
}
