package ai.meddoc.server.access;

import static ai.meddoc.server.access.Route.open;
import static ai.meddoc.server.access.Route.with;

import ai.meddoc.server.access.Route.Need;
import ai.meddoc.server.audit.AuditEntry.Action;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What every route asks of its callers. A route that is not listed here answers nobody once people sign in. */
public final class Routes {

    private static final String KEY = "route-found";

    private static final List<Route> ALL = List.of(
            open("GET", "/health", Need.NOBODY),
            open("GET", "/health/live", Need.NOBODY),
            open("GET", "/health/ready", Need.NOBODY),
            with("GET", "/metrics", Permission.OBSERVE, null),
            open("GET", "/session", Need.ANYBODY),
            open("POST", "/session", Need.NOBODY),
            open("DELETE", "/session", Need.SIGNED_IN),
            open("GET", "/session/provider", Need.NOBODY),
            open("GET", "/session/provider/callback", Need.NOBODY),
            with("POST", "/session/emergency", null, null),
            with("DELETE", "/session/emergency", null, null),
            open("POST", "/setup", Need.NOBODY),
            with("POST", "/classify", Permission.ANALYZE, Action.ANALYZE),
            with("POST", "/extract-codes", Permission.ANALYZE, Action.ANALYZE),
            with("POST", "/summarize", Permission.ANALYZE, Action.ANALYZE),
            with("POST", "/documents", Permission.WRITE, Action.CREATE),
            with("GET", "/documents", Permission.READ, Action.LIST),
            with("GET", "/documents/{id}", Permission.READ, Action.READ),
            with("DELETE", "/documents/{id}", Permission.DELETE, Action.DELETE),
            with("GET", "/documents/{id}/file", Permission.EXPORT, Action.EXPORT),
            with("GET", "/documents/{id}/text", Permission.READ, Action.READ),
            with("POST", "/documents/{id}/analyses", Permission.WRITE, Action.ANALYZE),
            with("GET", "/documents/{id}/analyses", Permission.READ, Action.READ),
            with("GET", "/documents/{id}/analyses/compare", Permission.READ, Action.READ),
            with("GET", "/documents/{id}/analyses/{version}", Permission.READ, Action.READ),
            with("POST", "/documents/{id}/hold", Permission.ADMINISTER, Action.UPDATE),
            with("DELETE", "/documents/{id}/hold", Permission.ADMINISTER, Action.UPDATE),
            with("GET", "/holds", Permission.ADMINISTER, Action.LIST),
            with("GET", "/webhooks/deliveries", Permission.ADMINISTER, null),
            with("POST", "/webhooks/deliveries/{id}/retry", Permission.ADMINISTER, null),
            with("GET", "/documents/{id}/download", Permission.EXPORT, Action.EXPORT),
            with("POST", "/direct-uploads", Permission.WRITE, Action.CREATE),
            with("POST", "/direct-uploads/{id}/complete", Permission.WRITE, Action.CREATE),
            with("GET", "/documents/{id}/review", Permission.READ, Action.READ),
            with("POST", "/documents/{id}/review/decisions", Permission.WRITE, Action.REVIEW),
            with("POST", "/documents/{id}/review/finish", Permission.WRITE, Action.REVIEW),
            with("GET", "/documents/{id}/review/export", Permission.EXPORT, Action.EXPORT),
            with("GET", "/review/agreement", null, null),
            with("GET", "/jobs", Permission.READ, Action.LIST),
            with("GET", "/jobs/{id}", Permission.READ, Action.READ),
            with("POST", "/jobs/{id}/retry", Permission.WRITE, Action.ANALYZE),
            with("POST", "/jobs/{id}/cancel", Permission.WRITE, Action.UPDATE),
            with("GET", "/jobs/{id}/events", Permission.READ, Action.READ),
            with("GET", "/codes", null, null),
            with("GET", "/codes/{code}", null, null),
            with("GET", "/eval/quick", Permission.MEASURE, null),
            with("GET", "/eval/latest", null, null),
            with("GET", "/costs", Permission.COSTS, null),
            with("GET", "/users", Permission.ADMINISTER, null),
            with("POST", "/users", Permission.ADMINISTER, null),
            with("POST", "/users/{name}", Permission.ADMINISTER, null),
            with("DELETE", "/users/{name}", Permission.ADMINISTER, null),
            with("GET", "/api-keys", Permission.ADMINISTER, null),
            with("POST", "/api-keys", Permission.ADMINISTER, null),
            with("DELETE", "/api-keys/{id}", Permission.ADMINISTER, null),
            with("GET", "/audit", Permission.AUDIT, Action.READ_AUDIT),
            with("GET", "/audit/fhir", Permission.AUDIT, Action.READ_AUDIT),
            with("GET", "/audit/head", Permission.AUDIT, null),
            with("GET", "/audit/check", Permission.AUDIT, Action.READ_AUDIT),
            with("GET", "/audit/{seq}/shown", Permission.AUDIT, Action.READ));

    /** What is the same for everybody: the page, the documentation, the contract. */
    private static final List<String> PAGES = List.of("/app", "/docs", "/problems");

    private static final List<String> FILES = List.of("/", "/openapi.json");

    private Routes() {}

    public static List<Route> all() {
        return ALL;
    }

    /** The route of a request, if it is listed; looked up once. */
    public static Optional<Route> of(RoutingContext context) {
        Optional<Route> known = context.get(KEY);
        if (known == null) {
            known = find(context);
            context.put(KEY, known);
        }
        return known;
    }

    private static Optional<Route> find(RoutingContext context) {
        HttpMethod method = context.request().method();
        String name = method == HttpMethod.HEAD ? "GET" : method.name();
        String path = path(context);
        return ALL.stream()
                .filter(route -> route.method().equals(name) && route.fits(path))
                .findFirst();
    }

    /** The methods of an address, parted by commas; empty if no route has it. */
    public static String methods(RoutingContext context) {
        String path = path(context);
        return ALL.stream()
                .filter(route -> route.fits(path))
                .map(Route::method)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), names -> String.join(", ", names)));
    }

    public static boolean isPage(RoutingContext context) {
        String path = context.normalizedPath();
        return FILES.contains(path)
                || PAGES.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }

    private static String path(RoutingContext context) {
        String path = context.normalizedPath();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
