package ai.meddoc.server.gate;

import ai.meddoc.server.access.Authenticator;
import ai.meddoc.server.access.Caller;
import ai.meddoc.server.access.EmergencyAccess;
import ai.meddoc.server.access.Permission;
import ai.meddoc.server.access.Route;
import ai.meddoc.server.access.Routes;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who may not, and why. What is refused of PHI leaves a row in the audit trail. */
@Singleton
final class Refusals {

    private final AuditTrail trail;
    private final ProblemWriter problems;
    private final EmergencyAccess emergency;

    Refusals(AuditTrail trail, ProblemWriter problems, EmergencyAccess emergency) {
        this.trail = trail;
        this.problems = problems;
        this.emergency = emergency;
    }

    /** What to do with a request, on its event loop. */
    @FunctionalInterface
    interface Verdict {
        void apply(RoutingContext context);
    }

    Verdict judge(RoutingContext context, Optional<Route> route, Optional<Caller> caller) {
        if (caller.isEmpty()) {
            return refuse(context, route, ProblemType.UNAUTHENTICATED);
        }
        if (route.isEmpty()) {
            return unlisted(context);
        }
        if (Authenticator.isForged(context.request())) {
            return refuse(context, route, ProblemType.FORGED);
        }
        Permission permission = route.get().permission();
        if (permission == null || caller.get().may(permission)) {
            return RoutingContext::next;
        }
        return isEmergency(context, route.get(), caller.get())
                ? RoutingContext::next
                : refuse(context, route, ProblemType.FORBIDDEN);
    }

    private Verdict unlisted(RoutingContext context) {
        String methods = Routes.methods(context);
        if (methods.isEmpty()) {
            return request -> problems.write(request, ProblemType.NOT_FOUND);
        }
        return request -> {
            request.response().putHeader("Allow", methods);
            problems.write(request, ProblemType.METHOD_NOT_ALLOWED);
        };
    }

    private boolean isEmergency(RoutingContext context, Route route, Caller caller) {
        if (!route.opensInEmergency()) {
            return false;
        }
        Optional<String> reason = emergency.reason(context.request(), caller);
        reason.ifPresent(said -> AuditEntry.reason(context, said));
        return reason.isPresent();
    }

    private Verdict refuse(RoutingContext context, Optional<Route> route, ProblemType type) {
        if (route.isPresent() && route.get().phi() != null) {
            AuditEntry entry = AuditEntry.of(context, route.get().phi());
            trail.record(entry.detail(type.name()).denied());
        }
        return request -> {
            if (type == ProblemType.UNAUTHENTICATED) {
                request.response().putHeader("WWW-Authenticate", "Bearer");
            }
            problems.write(request, type);
        };
    }
}
