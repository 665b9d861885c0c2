package ai.meddoc.claude.call;

import ai.meddoc.claude.call.CallFailure.Kind;
import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** From the SDK's exceptions to ours. The SDK's messages hold the server's body: they are dropped, causes included. */
final class Failures {

    private static final int MOST_SECONDS = 86_400;

    private Failures() {}

    static CallFailure of(RuntimeException e) {
        return switch (e) {
            case CallFailure known -> known;
            case AnthropicServiceException service -> ofStatus(service);
            case AnthropicIoException io -> ofIo(io);
            case AnthropicInvalidDataException data ->
                CallFailure.unanswered(Kind.BAD_ENVELOPE, "Claude's reply is not in the API's format.");
            default ->
                CallFailure.unanswered(
                        Kind.BAD_ENVELOPE,
                        "Claude's reply could not be read: " + e.getClass().getSimpleName() + ".");
        };
    }

    private static CallFailure ofIo(AnthropicIoException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (neverConnected(cause)) {
                return new CallFailure(Kind.CONNECTION, "The connection to Claude failed.");
            }
            if (cause instanceof InterruptedIOException) {
                return CallFailure.unanswered(Kind.TIMED_OUT, "Claude did not answer in time.");
            }
            if (cause instanceof ProtocolException) {
                return CallFailure.unanswered(Kind.CONNECTION, "Claude's reply was cut off.");
            }
        }
        return CallFailure.unanswered(Kind.CONNECTION, "The connection to Claude failed.");
    }

    /** A connection that takes too long to make ends like an answer that does: only the words tell them apart. */
    private static boolean neverConnected(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException
                || cause instanceof InterruptedIOException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect");
    }

    private static CallFailure ofStatus(AnthropicServiceException e) {
        int status = e.statusCode();
        Kind kind = kind(status, e);
        return new CallFailure(kind, retryAfter(e.headers()), words(kind) + " (status " + status + ").");
    }

    private static Kind kind(int status, AnthropicServiceException e) {
        return switch (status) {
            case 400 -> isAboutMoney(e) ? Kind.SPEND_LIMIT : Kind.BAD_REQUEST;
            case 401 -> Kind.UNAUTHORISED;
            case 402 -> Kind.SPEND_LIMIT;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NO_SUCH_MODEL;
            case 408, 504 -> Kind.TIMED_OUT;
            case 413 -> Kind.TOO_LARGE;
            case 429 -> isAboutMoney(e) ? Kind.SPEND_LIMIT : Kind.RATE_LIMITED;
            case 529, 503 -> Kind.OVERLOADED;
            default -> status >= 500 ? Kind.SERVER_ERROR : status >= 400 ? Kind.BAD_REQUEST : Kind.BAD_ENVELOPE;
        };
    }

    /** Read for its meaning only; never shown. */
    private static boolean isAboutMoney(AnthropicServiceException e) {
        String body = String.valueOf(e.body()).toLowerCase(Locale.ROOT);
        return body.contains("credit balance")
                || body.contains("spend limit")
                || body.contains("usage limit")
                || body.contains("billing_error");
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case UNAUTHORISED -> "Claude refuses the key";
            case FORBIDDEN -> "Claude does not allow this key to do that";
            case NO_SUCH_MODEL -> "Claude does not have the model, or no longer";
            case TOO_LARGE -> "The document is too large for Claude";
            case RATE_LIMITED -> "Claude asks for fewer calls";
            case SPEND_LIMIT -> "The account's spend limit or credit is used up";
            case OVERLOADED -> "Claude is overloaded";
            case SERVER_ERROR -> "Claude has an error of its own";
            case TIMED_OUT -> "Claude did not answer in time";
            default -> "Claude refuses the request";
        };
    }

    private static @Nullable Duration retryAfter(Headers headers) {
        for (String value : headers.values("retry-after")) {
            try {
                double seconds = Double.parseDouble(value.strip());
                if (seconds >= 0) {
                    return Duration.ofMillis((long) (Math.min(seconds, MOST_SECONDS) * 1000));
                }
            } catch (NumberFormatException e) {
                // a date, or nonsense: our own waiting does
            }
        }
        return null;
    }
}
