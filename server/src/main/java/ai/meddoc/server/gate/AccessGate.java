package ai.meddoc.server.gate;

import ai.meddoc.server.access.Authenticator;
import ai.meddoc.server.access.Caller;
import ai.meddoc.server.access.RateLimits;
import ai.meddoc.server.access.Route;
import ai.meddoc.server.access.Routes;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.problems.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.MDC;

/** Lets a request through to its resource if its sender may have it; before its body is read. */
@ApplicationScoped
public class AccessGate {

    private static final int AFTER_THE_FIRST = 9_000;
    private static final String SEEN = "access-gate";

    /** Where secrets can be guessed. */
    private static final Set<String> SECRETS =
            Set.of("POST /session", "POST /setup", "GET /session/provider", "GET /session/provider/callback");

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final Refusals refusals;
    private final ProblemWriter problems;

    AccessGate(Authenticator authenticator, RateLimits limits, Refusals refusals, ProblemWriter problems) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.refusals = refusals;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, AFTER_THE_FIRST);
    }

    private void pass(RoutingContext context) {
        if (context.get(SEEN) != null) {
            context.next();
            return;
        }
        context.put(SEEN, true);
        Optional<Route> route = Routes.of(context);
        route.ifPresent(found -> AuditEntry.route(context, found.name()));
        Optional<Caller> local = authenticator.local();
        long wait = tooOften(context, route);
        if (wait > 0) {
            problems.tooMany(context, wait);
        } else if (local.isPresent()) {
            local.get().put(context);
            context.next();
        } else if (Routes.isPage(context) || needs(route, Route.Need.NOBODY)) {
            context.next();
        } else {
            aside(context, route);
        }
    }

    private long tooOften(RoutingContext context, Optional<Route> route) {
        String address = context.request().remoteAddress().hostAddress();
        boolean secret = route.isPresent() && SECRETS.contains(route.get().name());
        long wait = limits.ofAddress(address);
        return secret ? Math.max(wait, limits.ofSignIn(address)) : wait;
    }

    private static boolean needs(Optional<Route> route, Route.Need need) {
        return route.isPresent() && route.get().need() == need;
    }

    /** Finding out who calls asks the database, so it happens beside the event loop while the body waits. */
    private void aside(RoutingContext context, Optional<Route> route) {
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "requests arrive on event loops");
        context.request().pause();
        Thread.ofVirtual().name("access").start(() -> {
            MDC.put(RequestId.LOGGED, RequestId.of(context));
            Refusals.Verdict verdict = judge(context, route);
            loop.runOnContext(back -> {
                context.request().resume();
                verdict.apply(context);
            });
        });
    }

    private Refusals.Verdict judge(RoutingContext context, Optional<Route> route) {
        try {
            Optional<Caller> caller = authenticator.find(context.request());
            caller.ifPresent(known -> known.put(context));
            long wait = caller.map(limits::ofCaller).orElse(0L);
            if (wait > 0) {
                return request -> problems.tooMany(request, wait);
            }
            return caller.isEmpty() && needs(route, Route.Need.ANYBODY)
                    ? RoutingContext::next
                    : refusals.judge(context, route, caller);
        } catch (RuntimeException e) {
            return request -> problems.write(request, ProblemType.INTERNAL.status(), e);
        }
    }
}
