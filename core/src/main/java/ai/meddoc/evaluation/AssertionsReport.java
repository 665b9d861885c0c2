package ai.meddoc.evaluation;

import java.util.List;

/**
 * The figures of the assertions suite.
 *
 * @param mentions all mentions, each answered
 */
public record AssertionsReport(int mentions, PrecisionRecall negated, PrecisionRecall historical) {

    /** One mention: the gold and the answer. */
    public record Item(String id, boolean goldNegated, boolean goldHistorical, boolean negated, boolean historical) {}

    public static AssertionsReport of(List<Item> items) {
        PrecisionRecall negated = PrecisionRecall.NONE;
        PrecisionRecall historical = PrecisionRecall.NONE;
        for (Item item : items) {
            negated = negated.plus(PrecisionRecall.of(item.goldNegated(), item.negated()));
            historical = historical.plus(PrecisionRecall.of(item.goldHistorical(), item.historical()));
        }
        return new AssertionsReport(items.size(), negated, historical);
    }
}
