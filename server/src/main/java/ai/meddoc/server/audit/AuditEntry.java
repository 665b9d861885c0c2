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
        @Nullable String reason) {

    private static final String ROUTE = "route";
    private static final String REASON = "break-glass";

    /** What was done. */
    public enum Action {
        READ,
        LIST,
        ANALYZE,
        EXPORT,
        CREATE,
        DELETE,
        SIGN_IN,
        SIGN_OUT,
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
                context.get(REASON));
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
        return new AuditEntry(actor, requestId, route, action, Outcome.DENIED, documentId, jobId, null, detail, reason);
    }

    public AuditEntry about(long document) {
        return new AuditEntry(actor, requestId, route, action, outcome, document, jobId, shown, detail, reason);
    }

    public AuditEntry job(@Nullable Long job) {
        return new AuditEntry(actor, requestId, route, action, outcome, documentId, job, shown, detail, reason);
    }

    public AuditEntry showing(@Nullable String results) {
        return new AuditEntry(actor, requestId, route, action, outcome, documentId, jobId, results, detail, reason);
    }

    public AuditEntry detail(String text) {
        return new AuditEntry(actor, requestId, route, action, outcome, documentId, jobId, shown, text, reason);
    }

    public AuditEntry as(Actor other) {
        return new AuditEntry(other, requestId, route, action, outcome, documentId, jobId, shown, detail, reason);
    }

    /** Prints nothing that was shown or said. */
    @Override
    public String toString() {
        return "AuditEntry[" + route + " " + outcome + "]";
    }
}
