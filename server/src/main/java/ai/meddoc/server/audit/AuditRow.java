package ai.meddoc.server.audit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the trail without its seal. */
record AuditRow(
        long seq,
        long at,
        String tenant,
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

    static AuditRow of(long seq, long at, AuditEntry entry) {
        String shown = entry.shown();
        return new AuditRow(
                seq,
                at,
                entry.actor().tenant(),
                entry.actor().name(),
                entry.actor().kind().name(),
                entry.requestId(),
                entry.action().name(),
                entry.outcome().name(),
                entry.route(),
                entry.documentId(),
                entry.jobId(),
                shown == null ? null : AuditKey.sha256(shown),
                entry.detail(),
                entry.reason());
    }

    List<@Nullable Object> values() {
        return Arrays.asList(
                seq,
                at,
                tenant,
                actor,
                actorKind,
                requestId,
                action,
                outcome,
                route,
                documentId,
                jobId,
                shownSha256,
                detail,
                reason);
    }

    /** What the seal covers: every value with its length, so that no two rows read the same. */
    String sealed(String previous) {
        StringBuilder out = new StringBuilder(previous);
        for (Object value : values()) {
            if (value == null) {
                out.append("|-");
            } else {
                String text = value.toString();
                out.append('|').append(text.length()).append(':').append(text);
            }
        }
        return out.toString();
    }

    /** Prints no words of people. */
    @Override
    public String toString() {
        return "AuditRow[" + seq + "]";
    }
}
