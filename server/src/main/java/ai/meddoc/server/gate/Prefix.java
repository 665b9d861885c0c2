package ai.meddoc.server.gate;

import io.vertx.ext.web.RoutingContext;

/** The prefix {@code /api}, under which every route answers too: a content delivery network forwards nothing else. */
public final class Prefix {

    static final String KEY = "prefix";
    private static final String API = "/api";

    private Prefix() {}

    /** {@code /api} if the caller came that way, else empty: what addresses in answers have to begin with. */
    public static String of(RoutingContext context) {
        String prefix = context.get(KEY);
        return prefix == null ? "" : prefix;
    }

    static boolean isOn(RoutingContext context) {
        String uri = context.request().uri();
        return uri.equals(API) || uri.startsWith(API + "/") || uri.startsWith(API + "?");
    }

    static void takeOff(RoutingContext context) {
        context.put(KEY, API);
        String rest = context.request().uri().substring(API.length());
        context.reroute(rest.startsWith("/") ? rest : "/" + rest);
    }
}
