package ai.meddoc.server.gate;

import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.problems.RequestId;
import ai.meddoc.server.settings.Settings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The first thing every request meets: its id, the headers, the origin check, the {@code /api} prefix, the crowd limit. */
@ApplicationScoped
public class RequestGate {

    private static final int FIRST = 10_000;
    private static final int CROWD = 1_024;
    private static final int LONGEST_ADDRESS = 4_096;
    private static final String NUL = "%00";
    private static final String SEEN = "gate";

    private final OriginCheck origins;
    private final ProblemWriter problems;
    private final RequestWatch watch;
    private final SlowBodies slow;
    private final long mostBytes;
    private final AtomicInteger under = new AtomicInteger();

    RequestGate(Settings settings, ProblemWriter problems, RequestWatch watch, SlowBodies slow) {
        this.origins = new OriginCheck(settings);
        this.problems = problems;
        this.watch = watch;
        this.slow = slow;
        this.mostBytes = settings.maxRequestBytes();
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    private void pass(RoutingContext context) {
        if (context.get(SEEN) != null) {
            context.next();
        } else if (context.get(Prefix.KEY) == null && Prefix.isOn(context)) {
            // First of all, since rerouting forgets what was done to the answer before.
            Prefix.takeOff(context);
        } else {
            context.put(SEEN, true);
            HeadWatch.arrived(context.request());
            watch.begin(context);
            SecurityHeaders.put(context, RequestId.of(context));
            check(context);
        }
    }

    private void check(RoutingContext context) {
        OriginCheck.Verdict verdict = origins.check(context);
        if (verdict == OriginCheck.Verdict.REFUSED) {
            problems.write(context, ProblemType.ORIGIN_REFUSED);
        } else if (verdict == OriginCheck.Verdict.PREFLIGHT) {
            context.response().setStatusCode(204).end();
        } else if (context.request().uri().length() > LONGEST_ADDRESS) {
            problems.write(context, ProblemType.URI_TOO_LONG);
        } else if (isAmbiguous(context.request())) {
            problems.lastOnConnection(context);
            problems.malformed(context, "Host and Transfer-Encoding may each come once; the latter only as chunked.");
        } else if (context.request().uri().contains(NUL)) {
            problems.malformed(context, "The address holds U+0000, which no text here has.");
        } else if (isEncoded(context.request())) {
            problems.write(context, ProblemType.UNSUPPORTED);
        } else if (announcedBytes(context.request()) > mostBytes) {
            context.response().putHeader("Connection", "close");
            problems.write(context, ProblemType.TOO_LARGE);
        } else {
            admit(context);
        }
    }

    /** What a proxy could read otherwise than we do, and so take for the begin of another request. */
    private static boolean isAmbiguous(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return request.headers().getAll(HttpHeaders.HOST).size() > 1
                || encodings.size() > 1
                || (encodings.size() == 1 && !encodings.getFirst().equalsIgnoreCase("chunked"));
    }

    /** Compressed requests are not read: none of our clients sends them, and a small one can hide a huge one. */
    private static boolean isEncoded(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void admit(RoutingContext context) {
        if (context.request().method() == HttpMethod.POST) {
            if (under.incrementAndGet() > CROWD) {
                under.decrementAndGet();
                problems.write(context, ProblemType.TOO_MANY);
                return;
            }
            context.addEndHandler(done -> under.decrementAndGet());
            slow.watch(context);
        }
        context.next();
    }
}
