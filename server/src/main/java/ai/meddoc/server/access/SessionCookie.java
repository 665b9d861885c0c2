package ai.meddoc.server.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The cookie of a session: for this host alone, out of reach of scripts, never sent along by other sites' pages. */
final class SessionCookie {

    private SessionCookie() {}

    static Response.ResponseBuilder set(Response.ResponseBuilder reply, HttpServerRequest request, String secret) {
        return reply.header(HttpHeaders.SET_COOKIE, cookie(request, secret, ""));
    }

    static Response.ResponseBuilder clear(Response.ResponseBuilder reply, HttpServerRequest request) {
        return reply.header(HttpHeaders.SET_COOKIE, cookie(request, "", "; Max-Age=0"));
    }

    /** Also sent when another site leads back here, as the provider does. */
    static Response.ResponseBuilder attempt(Response.ResponseBuilder reply, HttpServerRequest request, String secret) {
        return reply.header(HttpHeaders.SET_COOKIE, attempt(request, secret, 600));
    }

    static Response.ResponseBuilder clearAttempt(Response.ResponseBuilder reply, HttpServerRequest request) {
        return reply.header(HttpHeaders.SET_COOKIE, attempt(request, "", 0));
    }

    private static String attempt(HttpServerRequest request, String secret, int seconds) {
        String name = isSecure(request) ? Credentials.SECURE_ATTEMPT : Credentials.ATTEMPT;
        return name + "=" + secret + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                + (isSecure(request) ? "; Secure" : "");
    }

    private static String cookie(HttpServerRequest request, String secret, String more) {
        boolean secure = isSecure(request);
        String name = secure ? Credentials.SECURE_COOKIE : Credentials.COOKIE;
        return name + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") + more;
    }

    private static boolean isSecure(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
