package ai.meddoc.server.problems;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request's id: ours alone, since a caller's could carry anything. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Its name in log lines. */
    public static final String LOGGED = "request_id";

    private static final String TRACE = "traceparent";

    private RequestId() {}

    public static String of(RoutingContext context) {
        String id = context.get(HEADER);
        if (id == null) {
            id = UUID.randomUUID().toString();
            context.put(HEADER, id);
        }
        return id;
    }

    /** The span of the request, as W3C writes it; null where nobody collects traces. */
    public static @Nullable String trace(RoutingContext context) {
        return context.get(TRACE);
    }

    /** Remembers it for what the request sets off. */
    public static void trace(RoutingContext context, @Nullable String traceparent) {
        context.put(TRACE, traceparent);
    }
}
