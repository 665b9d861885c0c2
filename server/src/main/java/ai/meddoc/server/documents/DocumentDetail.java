package ai.meddoc.server.documents;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A document with its results.
 *
 * @param results as stored: JSON
 */
public record DocumentDetail(
        @JsonUnwrapped DocumentItem item,
        @JsonRawValue @Nullable String results) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "DocumentDetail[" + item.id() + "]";
    }
}
