package ai.meddoc.server.documents;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document with its results.
 *
 * @param retainedUntil from when on it is deleted for its age, unless it is held; null where none is
 * @param legalHold why is the administrators' business
 * @param analysisVersion which version the results are: the newest
 * @param results as stored: JSON
 */
public record DocumentDetail(
        @JsonUnwrapped DocumentItem item,
        @Nullable Instant retainedUntil,
        boolean legalHold,
        @Nullable Integer analysisVersion,
        @JsonRawValue @Nullable String results) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "DocumentDetail[" + item.id() + "]";
    }
}
