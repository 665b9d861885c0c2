package ai.meddoc.server.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * What a row says was shown.
 *
 * @param results as they were stored: JSON; null when nothing of a document was shown or it was deleted since
 * @param unchanged whether they are the very characters that were shown; null when the row does not say
 */
public record ShownReply(
        AuditEventJson event,
        @JsonRawValue @Nullable String results,
        @Nullable Boolean unchanged) {

    static ShownReply of(AuditRow row, @Nullable String results) {
        String shown = row.shownSha256();
        Boolean same = shown == null || results == null
                ? null
                : AuditKey.sha256(results).equals(shown);
        return new ShownReply(AuditEventJson.of(row), results, same);
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "ShownReply[" + event.seq() + "]";
    }
}
