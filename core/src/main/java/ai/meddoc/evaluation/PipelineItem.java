package ai.meddoc.evaluation;

import ai.meddoc.lab.LabResult;
import java.util.List;
import java.util.Objects;

/**
 * One document through the whole pipeline: the gold and what came out.
 *
 * @param type gold and predicted type
 * @param codes gold and predicted codes, suggested ones left out
 * @param facts what the summary must say
 */
public record PipelineItem(
        TypesReport.Item type, CodesItem codes, List<String> facts, String summary, List<LabResult> labs) {

    public PipelineItem {
        Objects.requireNonNull(type);
        Objects.requireNonNull(codes);
        Objects.requireNonNull(summary);
        facts = List.copyOf(facts);
        labs = List.copyOf(labs);
    }

    /** The share of facts that stand in the summary. */
    public double coverage() {
        return SummaryFacts.coverage(summary, facts, labs);
    }

    public List<String> missingFacts() {
        return SummaryFacts.missing(summary, facts, labs);
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "PipelineItem[" + codes.id() + "]";
    }
}
