package ai.meddoc.evaluation;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was predicted stands in the text.
 *
 * @param quotes all evidence
 * @param verbatim quotes equal to the text under their span
 * @param longQuotes quotes over 300 characters
 * @param codesWithoutEvidence must be 0
 * @param compared right codes whose place the gold knows
 * @param overlapping of these, those whose evidence overlaps the gold's
 */
public record Grounding(
        int quotes, int verbatim, int longQuotes, int codesWithoutEvidence, int compared, int overlapping) {

    static Grounding of(List<CodesItem> items) {
        int[] n = new int[6];
        for (CodesItem item : items) {
            for (CodesItem.PredictedCode code : item.predicted()) {
                count(item, code, n);
            }
        }
        return new Grounding(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private static void count(CodesItem item, CodesItem.PredictedCode predicted, int[] n) {
        n[3] += predicted.evidence().isEmpty() ? 1 : 0;
        for (Evidence e : predicted.evidence()) {
            n[0]++;
            n[1] += isVerbatim(item.text(), e) ? 1 : 0;
            n[2] += e.quote().codePointCount(0, e.quote().length()) > Evidence.MAX_LENGTH ? 1 : 0;
        }
        String code = CodeForm.of(predicted.code());
        List<Span> gold = item.goldEvidence().stream()
                .filter(g -> CodeForm.of(g.code()).equals(code))
                .map(CodesItem.GoldEvidence::span)
                .toList();
        if (!gold.isEmpty() && item.goldCodes().contains(code)) {
            n[4]++;
            n[5] += predicted.evidence().stream().anyMatch(e -> gold.stream().anyMatch(g -> touches(e.span(), g)))
                    ? 1
                    : 0;
        }
    }

    /** As the scorer has it: an empty gold span inside the evidence counts. */
    private static boolean touches(Span evidence, Span gold) {
        return evidence.start() < gold.end() && gold.start() < evidence.end();
    }

    private static boolean isVerbatim(String text, Evidence e) {
        Span span = e.span();
        return span.length() > 0 && span.end() <= text.length() && text.startsWith(e.quote(), span.start());
    }

    /** The share of verbatim quotes, null without quotes. */
    public @Nullable Double verbatimShare() {
        return quotes == 0 ? null : Rounded.toFour((double) verbatim / quotes);
    }

    /** The share of right codes whose evidence overlaps the gold's, null when the gold knows no places. */
    public @Nullable Double overlapShare() {
        return compared == 0 ? null : Rounded.toFour((double) overlapping / compared);
    }
}
