package ai.meddoc.server.analyses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a finished job stores: the two texts are JSON, the rest is what lists filter and show.
 *
 * @param redoAt when Claude, which was away, is to be asked again; null for not at all
 */
record Finished(
        String results,
        String extractedText,
        Origin origin,
        @Nullable Instant redoAt,
        String documentType,
        double confidence,
        int pages,
        int codes) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "Finished[" + documentType + "]";
    }
}
