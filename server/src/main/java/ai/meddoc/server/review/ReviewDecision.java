package ai.meddoc.server.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * One decision, never changed once made.
 *
 * @param revision 1, 2 ... within the review of one analysis
 * @param by who decided
 */
public record ReviewDecision(
        int revision, Instant at, String by, @JsonUnwrapped Choice choice) {}
