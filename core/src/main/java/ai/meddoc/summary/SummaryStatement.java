package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import java.util.List;
import java.util.Objects;

/**
 * One sentence of the summary.
 *
 * @param text what is said, at most {@value #MAX_LENGTH} characters; every number in it stands in the evidence
 * @param evidence at least one
 */
public record SummaryStatement(String text, List<Evidence> evidence) {

    /** A longer sentence is no summary, in characters. */
    public static final int MAX_LENGTH = 420;

    public SummaryStatement {
        Objects.requireNonNull(text);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a statement of " + text.length() + " characters on " + evidence.size() + " quotes");
        }
    }

    @Override
    public String toString() {
        return "SummaryStatement" + evidence;
    }
}
