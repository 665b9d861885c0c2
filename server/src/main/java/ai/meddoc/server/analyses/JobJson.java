package ai.meddoc.server.analyses;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The work on one document.
 *
 * @param upgrade whether it asks Claude again for what the local engine answered
 */
public record JobJson(
        long id,
        long documentId,
        String state,
        String priority,
        int attempts,
        boolean upgrade,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @JsonRawValue @Nullable String failure) {

    boolean isOver() {
        return !state.equals("queued") && !state.equals("running");
    }
}
