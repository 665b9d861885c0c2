package ai.meddoc.server.gate;

import ai.meddoc.server.settings.Settings;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which browsers' pages may call. A page of an unlisted origin gets no CORS headers, so it cannot read answers; nor can
 * it change anything, since a form can be posted without asking first. While only this machine can connect, only its own
 * names are answered: otherwise any web site could point its name here and read everything.
 */
final class OriginCheck {

    /** What to do with a request. */
    enum Verdict {
        PASS,
        PREFLIGHT,
        REFUSED
    }

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Set<String> origins;
    private final Set<String> hosts;
    private final boolean loopbackOnly;

    OriginCheck(Settings settings) {
        this.origins = Set.copyOf(settings.allowOrigins());
        this.hosts = settings.allowOrigins().stream()
                .map(o -> URI.create(o).getHost())
                .collect(Collectors.toSet());
        this.loopbackOnly = settings.loopbackOnly();
    }

    Verdict check(RoutingContext context) {
        HttpServerRequest request = context.request();
        HostAndPort authority = request.authority();
        if (loopbackOnly && (authority == null || !isOwn(authority.host().toLowerCase(Locale.ROOT)))) {
            return Verdict.REFUSED;
        }
        String origin = request.getHeader("Origin");
        if (origin == null || isSame(origin, authority)) {
            return Verdict.PASS;
        }
        if (!origins.contains(origin.toLowerCase(Locale.ROOT))) {
            boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
            return reads ? Verdict.PASS : Verdict.REFUSED;
        }
        allow(context.response().headers(), origin);
        boolean asks =
                request.method() == HttpMethod.OPTIONS && request.getHeader("Access-Control-Request-Method") != null;
        return asks ? Verdict.PREFLIGHT : Verdict.PASS;
    }

    private boolean isOwn(String host) {
        return OWN_NAMES.contains(host) || host.startsWith("127.") || hosts.contains(host);
    }

    private static boolean isSame(String origin, @Nullable HostAndPort authority) {
        int scheme = origin.indexOf("://");
        return authority != null && scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(authority.toString());
    }

    private static void allow(MultiMap headers, String origin) {
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Vary", "Origin");
        headers.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
        headers.set(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, Prefer");
        headers.set("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After, X-Request-Id");
        headers.set("Access-Control-Max-Age", "600");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
