package ai.meddoc.evaluation;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One document of the codes suite: the gold and what was predicted.
 *
 * @param goldEvidence where the gold says a code stands; empty when it does not say
 * @param predicted in the engine's order
 */
public record CodesItem(
        String id, String text, List<String> gold, List<GoldEvidence> goldEvidence, List<PredictedCode> predicted) {

    public record GoldEvidence(String code, Span span) {}

    public record PredictedCode(String code, double confidence, List<Evidence> evidence) {
        public PredictedCode {
            Objects.requireNonNull(code);
            evidence = List.copyOf(evidence);
        }
    }

    public CodesItem {
        Objects.requireNonNull(id);
        Objects.requireNonNull(text);
        gold = List.copyOf(gold);
        goldEvidence = List.copyOf(goldEvidence);
        predicted = List.copyOf(predicted);
    }

    public Set<String> goldCodes() {
        Set<String> codes = new LinkedHashSet<>();
        gold.forEach(code -> codes.add(CodeForm.of(code)));
        return codes;
    }

    public Set<String> predictedCodes() {
        Set<String> codes = new LinkedHashSet<>();
        predicted.forEach(p -> codes.add(CodeForm.of(p.code())));
        return codes;
    }

    /** Exact codes, right, wrong and missed. */
    public PrecisionRecall exact() {
        return PrecisionRecall.of(goldCodes(), predictedCodes());
    }

    /** Three-character categories. */
    PrecisionRecall categories() {
        return PrecisionRecall.of(cut(goldCodes()), cut(predictedCodes()));
    }

    private static Set<String> cut(Set<String> codes) {
        Set<String> categories = new LinkedHashSet<>();
        codes.forEach(code -> categories.add(CodeForm.category(code)));
        return categories;
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "CodesItem[" + id + ", " + gold.size() + " gold, " + predicted.size() + " predicted]";
    }
}
