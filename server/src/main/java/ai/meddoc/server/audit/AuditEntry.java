package ai.meddoc.server.audit;

import ai.meddoc.server.problems.RequestId;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of one request.
 *
 * @param route method and address with placeholders, so that no value of an address is repeated
 * @param jobId the job whose result was shown or asked for
 * @param shown what was shown, of which the SHA-256 is kept
 * @param detail counts and ids, never content
 * @param reason of an emergency access, in the person's own words
 * @param trace the request's trace, for the job that it sets off; not kept in the trail
 */
public record AuditEntry(
        Actor actor,
        String requestId,
        String route,
        Action action,
        Outcome outcome,
        @Nullable Long documentId,
        @Nullable Long jobId,
        @Nullable String shown,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable String trace) {

    private static final String ROUTE = "route";
    private static final String REASON = "break-glass";

    /** What was done. */
    public enum Action {
        READ,
        LIST,
        ANALYZE,
        REVIEW,
        EXPORT,
        CREATE,
        UPDATE,
        DELETE,
        SIGN_IN,
        SIGN_OUT,
        /** Asking for an emergency access, or ending one. */
        BREAK_GLASS,
        ADMINISTER,
        READ_AUDIT
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        DENIED
    }

    public static AuditEntry of(RoutingContext context, Action action) {
        String route = context.get(ROUTE);
        return new AuditEntry(
                Actor.of(context),
                RequestId.of(context),
                route == null ? "" : route,
                action,
                Outcome.DONE,
                null,
                null,
                null,
                null,
                context.get(REASON),
                RequestId.trace(context));
    }

    /**
     * What nobody asked for by a request.
     *
     * @param work what the server was at, in place of a route
     */
    public static AuditEntry bySystem(String tenant, String work, Action action) {
        Actor system = new Actor(tenant, "system", Actor.Kind.SYSTEM);
        return new AuditEntry(system, "", work, action, Outcome.DONE, null, null, null, null, null, null);
    }

    /** Remembers the route of a request for its entries. */
    public static void route(RoutingContext context, String route) {
        context.put(ROUTE, route);
    }

    /** Remembers why an emergency access was asked for. */
    public static void reason(RoutingContext context, String reason) {
        context.put(REASON, reason);
    }

    public AuditEntry denied() {
        return new AuditEntry(
                actor, requestId, route, action, Outcome.DENIED, documentId, jobId, null, detail, reason, trace);
    }

    public AuditEntry about(long document) {
        return new AuditEntry(actor, requestId, route, action, outcome, document, jobId, shown, detail, reason, trace);
    }

    public AuditEntry job(@Nullable Long job) {
        return new AuditEntry(actor, requestId, route, action, outcome, documentId, job, shown, detail, reason, trace);
    }

    public AuditEntry showing(@Nullable String results) {
        return new AuditEntry(
                actor, requestId, route, action, outcome, documentId, jobId, results, detail, reason, trace);
    }

    public AuditEntry detail(String text) {
        return new AuditEntry(actor, requestId, route, action, outcome, documentId, jobId, shown, text, reason, trace);
    }

    public AuditEntry because(String why) {
        return new AuditEntry(actor, requestId, route, action, outcome, documentId, jobId, shown, detail, why, trace);
    }

    public AuditEntry as(Actor other) {
        return new AuditEntry(
                other, requestId, route, action, outcome, documentId, jobId, shown, detail, reason, trace);
    }

    /** Prints nothing that was shown or said. */
    @Override
    public String toString() {
        return "AuditEntry[" + route + " " + outcome + "]";
    }
}
