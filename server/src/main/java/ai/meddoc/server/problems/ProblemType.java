package ai.meddoc.server.problems;

import ai.meddoc.document.DocumentException;
import java.util.Locale;

/** The kinds of errors; docs/problems.md lists them for people. Slugs are part of the API and never change. */
public enum ProblemType {
    MALFORMED(400, "The request is malformed"),
    UNAUTHENTICATED(401, "The caller is not known"),
    FORBIDDEN(403, "The caller may not do this"),
    FORGED(403, "The change was not asked for by our page"),
    ORIGIN_REFUSED(403, "The origin or host is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The route has no such method"),
    NOT_ACCEPTABLE(406, "The answer has no such format"),
    CONFLICT(409, "The state of things does not allow it"),
    LEGAL_HOLD(409, "The document is under legal hold"),
    STALE(412, "The state of things moved on"),
    TIMED_OUT(408, "The request took too long to arrive"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED(415, "The content is of a kind that is not read"),
    EMPTY(422, "The document holds no text"),
    ENCRYPTED(422, "The document is encrypted"),
    DAMAGED(422, "The document is damaged"),
    LIMIT_EXCEEDED(422, "The document is too costly to read"),
    INVALID_CODE(422, "The code cannot be reported"),
    NOT_VERBATIM(422, "The quote is not in the text"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    PRECONDITION_REQUIRED(428, "The change does not say what it is based on"),
    TOO_MANY(429, "Too many requests at once"),
    QUOTA_EXCEEDED(429, "The day's quota is used up"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "The server failed"),
    FILE_DAMAGED(500, "The stored file is damaged"),
    FILE_MISSING(500, "The stored file is missing"),
    DATABASE_UNAVAILABLE(503, "The database is away"),
    SIGN_IN_UNAVAILABLE(503, "The OpenID provider is away"),
    ENGINE_UNAVAILABLE(503, "The engine is away"),
    STORAGE_UNAVAILABLE(503, "The file storage is away"),
    STOPPING(503, "The server is about to stop"),
    STORAGE_FULL(507, "The storage is full");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The problem's address, such as {@code /problems/not-found}. */
    public String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Seconds after which trying again makes sense; 0 when it never does. */
    public int retryAfter() {
        return switch (this) {
            case TOO_MANY -> 1;
            case QUOTA_EXCEEDED -> 3600;
            case STOPPING, SIGN_IN_UNAVAILABLE, DATABASE_UNAVAILABLE, ENGINE_UNAVAILABLE, STORAGE_UNAVAILABLE -> 5;
            default -> 0;
        };
    }

    public static ProblemType of(DocumentException.Reason reason) {
        return switch (reason) {
            case EMPTY -> EMPTY;
            case UNSUPPORTED -> UNSUPPORTED;
            case TOO_LARGE -> TOO_LARGE;
            case ENCRYPTED -> ENCRYPTED;
            case DAMAGED -> DAMAGED;
            case LIMIT_EXCEEDED -> LIMIT_EXCEEDED;
        };
    }

    /** The type for a status that the framework chose. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> ORIGIN_REFUSED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TIMED_OUT;
            case 409 -> CONFLICT;
            case 412 -> STALE;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> ENGINE_UNAVAILABLE;
            case 507 -> STORAGE_FULL;
            default -> status >= 400 && status < 500 ? MALFORMED : INTERNAL;
        };
    }
}
