package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import java.util.List;
import java.util.Objects;

/**
 * One sentence of the summary.
 *
 * @param text what is said; every number in it stands in the evidence
 * @param evidence at least one
 */
public record SummaryStatement(String text, List<Evidence> evidence) {

    public SummaryStatement {
        Objects.requireNonNull(text);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a statement without evidence");
        }
    }

    @Override
    public String toString() {
        return "SummaryStatement" + evidence;
    }
}
