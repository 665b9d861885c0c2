package ai.meddoc.server.review;

import org.jspecify.annotations.Nullable;

/** A quote that a coder names, with its place. */
public record EvidenceRequest(
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String quote) {

    /** Prints no quote. */
    @Override
    public String toString() {
        return "EvidenceRequest[" + start + "," + end + "]";
    }
}
