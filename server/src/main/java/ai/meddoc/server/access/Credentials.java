package ai.meddoc.server.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request shows to say who sends it. */
sealed interface Credentials {

    /** The prefix binds the cookie to this host and to TLS; browsers refuse it elsewhere. */
    String SECURE_COOKIE = "__Host-meddoc";

    String COOKIE = "meddoc";

    /** Binds an attempt to sign in at the provider to one browser. */
    String SECURE_ATTEMPT = "__Host-meddoc-sign-in";

    String ATTEMPT = "meddoc-sign-in";

    record None() implements Credentials {}

    /** A session's cookie, which browsers send by themselves. */
    record Session(String secret) implements Credentials {

        @Override
        public String toString() {
            return "Session[***]";
        }
    }

    record Key(String secret) implements Credentials {

        @Override
        public String toString() {
            return "Key[***]";
        }
    }

    record Token(String text) implements Credentials {

        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /** What stands in the header outranks the cookie; two headers are none. */
    static Credentials of(HttpServerRequest request) {
        List<String> headers = request.headers().getAll("Authorization");
        if (!headers.isEmpty()) {
            return headers.size() == 1 ? bearer(headers.getFirst()).orElse(new Token("")) : new Token("");
        }
        String secret = cookie(request, SECURE_COOKIE, COOKIE);
        return secret == null ? new None() : new Session(secret);
    }

    private static Optional<Credentials> bearer(String header) {
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String text = header.substring(7).strip();
        return Optional.of(text.startsWith(ApiKeyRows.PREFIX) ? new Key(text) : new Token(text));
    }

    /** The secret of an attempt to sign in; empty where there is none. */
    static String attempt(HttpServerRequest request) {
        String secret = cookie(request, SECURE_ATTEMPT, ATTEMPT);
        return secret == null ? "" : secret;
    }

    private static @Nullable String cookie(HttpServerRequest request, String secureName, String plainName) {
        Cookie secure = request.getCookie(secureName);
        Cookie plain = secure == null ? request.getCookie(plainName) : secure;
        return plain == null ? null : plain.getValue();
    }
}
