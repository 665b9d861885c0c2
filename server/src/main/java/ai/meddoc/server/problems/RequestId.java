package ai.meddoc.server.problems;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** The request's id: ours alone, since a caller's could carry anything. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private RequestId() {}

    public static String of(RoutingContext context) {
        String id = context.get(HEADER);
        if (id == null) {
            id = UUID.randomUUID().toString();
            context.put(HEADER, id);
        }
        return id;
    }
}
