package ai.meddoc.server.analyses;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One run with what it found.
 *
 * @param results as stored: JSON
 */
public record AnalysisDetail(
        @JsonUnwrapped AnalysisVersion run, @JsonRawValue String results) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "AnalysisDetail[" + run.version() + "]";
    }
}
