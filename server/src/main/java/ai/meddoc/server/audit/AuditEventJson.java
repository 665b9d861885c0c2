package ai.meddoc.server.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of the trail on the wire. */
public record AuditEventJson(
        long seq,
        Instant at,
        String actor,
        String actorKind,
        String requestId,
        String action,
        String outcome,
        String route,
        @Nullable Long documentId,
        @Nullable Long jobId,
        @Nullable String shownSha256,
        @Nullable String detail,
        @Nullable String reason) {

    static AuditEventJson of(AuditRow row) {
        return new AuditEventJson(
                row.seq(),
                Instant.ofEpochMilli(row.at()),
                row.actor(),
                row.actorKind().toLowerCase(Locale.ROOT),
                row.requestId(),
                row.action().toLowerCase(Locale.ROOT),
                row.outcome().toLowerCase(Locale.ROOT),
                row.route(),
                row.documentId(),
                row.jobId(),
                row.shownSha256(),
                row.detail(),
                row.reason());
    }
}
