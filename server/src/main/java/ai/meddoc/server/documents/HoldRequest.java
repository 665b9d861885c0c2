package ai.meddoc.server.documents;

import org.jspecify.annotations.Nullable;

/** Why a document must not be deleted. */
public record HoldRequest(@Nullable String reason) {

    /** The reason is a person's own words. */
    @Override
    public String toString() {
        return "HoldRequest[]";
    }
}
