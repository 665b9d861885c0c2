package ai.meddoc.server.access;

import org.jspecify.annotations.Nullable;

/** Why somebody needs what their role does not show. */
public record EmergencyRequest(@Nullable String reason) {

    /** Prints no words of people. */
    @Override
    public String toString() {
        return "EmergencyRequest[***]";
    }
}
