package ai.meddoc.evaluation;

import java.util.List;

/**
 * The figures of the pipeline suite.
 *
 * @param factCoverage of all documents' facts, the share that stands in the summaries
 */
public record PipelineReport(TypesReport types, CodesReport codes, double factCoverage) {

    public static PipelineReport of(List<PipelineItem> items) {
        int facts = items.stream().mapToInt(i -> i.facts().size()).sum();
        int missing = items.stream().mapToInt(i -> i.missingFacts().size()).sum();
        return new PipelineReport(
                TypesReport.of(items.stream().map(PipelineItem::type).toList()),
                CodesReport.of(items.stream().map(PipelineItem::codes).toList()),
                facts == 0 ? 1 : Rounded.toFour((double) (facts - missing) / facts));
    }
}
