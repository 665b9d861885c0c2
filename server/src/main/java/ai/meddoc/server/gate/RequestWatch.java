package ai.meddoc.server.gate;

import ai.meddoc.server.access.Route;
import ai.meddoc.server.access.Routes;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.RequestId;
import ai.meddoc.server.telemetry.Figures;
import ai.meddoc.server.telemetry.Traces;
import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.MDC;

/** Measures every request under its route's template, so that no value of an address is repeated. */
@Singleton
final class RequestWatch {

    private final Figures figures;
    private final Traces traces;
    private final ProblemReader reader;

    RequestWatch(Figures figures, Traces traces, ProblemReader reader) {
        this.figures = figures;
        this.traces = traces;
        this.reader = reader;
    }

    void begin(RoutingContext context) {
        long start = System.nanoTime();
        String requestId = RequestId.of(context);
        MDC.put(RequestId.LOGGED, requestId);
        Span span = traces.request(context.request(), requestId);
        RequestId.trace(context, Traces.written(span));
        String method = method(context);
        String route = route(context);
        context.addEndHandler(end -> {
            int status = context.response().getStatusCode();
            figures.answered(method, route, status, Duration.ofNanos(System.nanoTime() - start));
            Traces.answered(span, method, route, status);
            if (context.failure() != null) {
                // What failed past every resource; the framework's own line, which holds the address, is switched off.
                reader.read(context.failure(), requestId);
            }
        });
    }

    private static String route(RoutingContext context) {
        return Routes.of(context).map(Route::template).orElseGet(() -> Routes.isPage(context) ? "the page" : "unknown");
    }

    /** Methods can be invented. */
    private static String method(RoutingContext context) {
        return switch (context.request().method().name()) {
            case "GET", "HEAD", "POST", "DELETE", "OPTIONS" ->
                context.request().method().name();
            default -> "other";
        };
    }
}
