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

    private static String cookie(HttpServerRequest request, String secret, String more) {
        boolean secure = request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        String name = secure ? Credentials.SECURE_COOKIE : Credentials.COOKIE;
        return name + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") + more;
    }
}
