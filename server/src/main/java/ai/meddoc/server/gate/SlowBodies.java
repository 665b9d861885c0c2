package ai.meddoc.server.gate;

import ai.meddoc.server.problems.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Ends requests whose body comes slower than any line that people still use: each holds a place that others need. */
@Singleton
final class SlowBodies {

    private static final long LOOK_MILLIS = 5_000;
    private static final long PATIENCE_SECONDS = 30;
    private static final long LEAST_BYTES_PER_SECOND = 1_024;

    private final ProblemWriter problems;

    SlowBodies(ProblemWriter problems) {
        this.problems = problems;
    }

    void watch(RoutingContext context) {
        long start = System.nanoTime();
        long timer = context.vertx().setPeriodic(LOOK_MILLIS, id -> {
            if (context.request().isEnded() || context.response().ended()) {
                context.vertx().cancelTimer(id);
            } else if (isSlow(context.request(), start)) {
                context.vertx().cancelTimer(id);
                end(context);
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private static boolean isSlow(HttpServerRequest request, long start) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        return seconds >= PATIENCE_SECONDS && request.bytesRead() < seconds * LEAST_BYTES_PER_SECOND;
    }

    private void end(RoutingContext context) {
        problems.lastOnConnection(context);
        problems.write(context, ProblemType.TIMED_OUT);
    }
}
