package ai.meddoc.server.problems;

import ai.meddoc.document.DocumentException;
import ai.meddoc.engine.EngineException;
import ai.meddoc.server.database.DatabaseException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says which problem an exception is, and in which words. Logs what is our fault, by class and place, never by message. */
@Singleton
public final class ProblemReader {

    private static final Logger LOG = Logger.getLogger("meddoc.problems");

    private static final String UNSTORABLE =
            "A text of the request holds U+0000 or another character that the database cannot store.";

    public Problem read(Throwable thrown, String requestId) {
        ProblemType type = type(thrown);
        if (type.status() >= 500) {
            LOG.errorf("%s %s: %s", requestId, type.uri(), Incident.describe(thrown));
        }
        return Problem.of(type, detail(thrown, type), requestId);
    }

    public ProblemType type(Throwable thrown) {
        // First of all: the framework takes a form that it could not put down for a broken one.
        return StorageFull.is(thrown) ? ProblemType.STORAGE_FULL : ofKind(thrown);
    }

    private ProblemType ofKind(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.type();
            case DocumentException e -> ProblemType.of(e.reason());
            case EngineException e -> ProblemType.ENGINE_UNAVAILABLE;
            case StreamConstraintsException e -> ProblemType.MALFORMED;
            case JacksonException e -> ProblemType.MALFORMED;
            case WebApplicationException e -> ofWeb(e);
            case DatabaseException e -> ofDatabase(e);
            default -> ofCause(thrown);
        };
    }

    private static ProblemType ofDatabase(DatabaseException e) {
        return switch (e.reason()) {
            case UNAVAILABLE -> ProblemType.DATABASE_UNAVAILABLE;
            case FULL -> ProblemType.STORAGE_FULL;
            case UNSTORABLE_TEXT -> ProblemType.MALFORMED;
            case REFUSED -> ProblemType.INTERNAL;
        };
    }

    /** A file that is missing is our fault; any other trouble with files and buckets may pass. */
    private static ProblemType ofCause(Throwable thrown) {
        if (BrokenExchange.is(thrown)) {
            return ProblemType.MALFORMED;
        }
        boolean storage = thrown instanceof IOException || thrown instanceof UncheckedIOException;
        return storage && !(thrown instanceof NoSuchFileException)
                ? ProblemType.STORAGE_UNAVAILABLE
                : ProblemType.INTERNAL;
    }

    private ProblemType ofWeb(WebApplicationException e) {
        return ProblemType.ofStatus(e.getResponse().getStatus());
    }

    private static String detail(Throwable thrown, ProblemType type) {
        return switch (thrown) {
            case ProblemException e -> e.detail();
            case DocumentException e -> String.valueOf(e.getMessage());
            case JacksonException e -> json(e);
            case DatabaseException e when e.reason() == DatabaseException.Reason.UNSTORABLE_TEXT -> UNSTORABLE;
            case WebApplicationException e when cause(e) instanceof JacksonException json -> json(json);
            default -> sentence(type);
        };
    }

    /** Where the JSON is wrong, without a character of it. */
    private static String json(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "The JSON is nested too deeply or holds a number or name that is too long.";
        }
        String what = e instanceof WholeText.HalfCharacterException
                ? "A text of the body holds half of a surrogate pair, which is no character"
                : "The body is not the JSON that this route takes";
        var at = e.getLocation();
        return at == null ? what + "." : what + ": see line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }

    private static @Nullable Throwable cause(Throwable e) {
        return e.getCause();
    }

    /** The sentence for problems that the framework found. */
    public static String sentence(ProblemType type) {
        return switch (type) {
            case MALFORMED -> "The request cannot be understood; see /docs for what this route takes.";
            case UNAUTHENTICATED -> "Sign in, or send a valid API key or token as Authorization: Bearer.";
            case FORBIDDEN -> "Your roles or your key's permissions do not include this.";
            case FORGED -> "The header X-CSRF-Token is missing or wrong; GET /session tells it.";
            case ORIGIN_REFUSED -> "Requests from this origin or for this host are not allowed; see ALLOW_ORIGINS.";
            case NOT_FOUND -> "No route has this address; see /docs for those there are.";
            case METHOD_NOT_ALLOWED -> "This route does not take this method; see the Allow header.";
            case NOT_ACCEPTABLE -> "This route does not answer in the format asked for.";
            case CONFLICT -> "The state of things does not allow this; ask for it and decide again.";
            case LEGAL_HOLD -> "The document is under legal hold; an administrator can lift it.";
            case STALE -> "Somebody changed it meanwhile; look at it and decide again.";
            case TIMED_OUT -> "The request did not arrive in time.";
            case TOO_LARGE -> "The request is larger than the limit.";
            case URI_TOO_LONG -> "The address is longer than 4096 characters.";
            case UNSUPPORTED -> "This route does not read this content type; see /docs.";
            case TOO_MANY -> "Too many requests are under way; try again in a moment.";
            case QUOTA_EXCEEDED -> "The uploads of this day are used up; see UPLOADS_PER_DAY.";
            case HEADERS_TOO_LARGE -> "The headers are larger than the limit.";
            case PRECONDITION_REQUIRED -> "The header If-Match is missing; it says what the change is based on.";
            case INVALID_CODE -> "The code is not one that can be reported.";
            case NOT_VERBATIM -> "The quote is not in the document's text at that place.";
            case IDEMPOTENCY_KEY_REUSED -> "The Idempotency-Key was used before for another request; take a new one.";
            case EMPTY, ENCRYPTED, DAMAGED, LIMIT_EXCEEDED -> "The document cannot be processed.";
            case DATABASE_UNAVAILABLE -> "The database does not answer; try again in a few seconds.";
            case SIGN_IN_UNAVAILABLE -> "The OpenID provider does not answer; try again in a few seconds.";
            case ENGINE_UNAVAILABLE -> "The engine does not answer; try again in a few seconds.";
            case STORAGE_UNAVAILABLE -> "The file storage does not answer; try again in a few seconds.";
            case STOPPING -> "The server is about to stop; its proxy sends requests to another.";
            case STORAGE_FULL -> "The storage is full; nothing was stored.";
            case FILE_DAMAGED -> "The stored file is not what was uploaded; none of it was sent.";
            case FILE_MISSING -> "The stored file is not there; the operator finds it by meddoc doctor --storage.";
            case INTERNAL -> "The server failed; the operator finds the cause under this request's id.";
        };
    }
}
