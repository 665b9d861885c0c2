package ai.meddoc.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of the types suite.
 *
 * @param perType by the gold's types, in alphabetical order
 * @param macroF1 the mean of the types' F1
 */
public record TypesReport(
        int documents,
        double accuracy,
        double macroF1,
        SortedMap<String, PrecisionRecall> perType,
        Map<Confusion, Integer> confusions) {

    /** One document of the suite, the types as on the wire. */
    public record Item(String id, String gold, String predicted, double confidence) {}

    /** A gold type and what it was taken for. */
    public record Confusion(String gold, String predicted) {

        public boolean isRight() {
            return gold.equals(predicted);
        }
    }

    public TypesReport {
        perType = Collections.unmodifiableSortedMap(new TreeMap<>(perType));
        confusions = Collections.unmodifiableMap(new LinkedHashMap<>(confusions));
    }

    public static TypesReport of(List<Item> items) {
        Map<Confusion, Integer> confusions = new LinkedHashMap<>();
        SortedMap<String, PrecisionRecall> perType = new TreeMap<>();
        items.forEach(item -> perType.put(item.gold(), PrecisionRecall.NONE));
        int right = 0;
        for (Item item : items) {
            confusions.merge(new Confusion(item.gold(), item.predicted()), 1, Integer::sum);
            right += item.gold().equals(item.predicted()) ? 1 : 0;
        }
        perType.replaceAll((type, none) -> counts(type, confusions));
        double f1 = 0;
        for (PrecisionRecall counts : perType.values()) {
            f1 += counts.f1();
        }
        return new TypesReport(
                items.size(),
                Rounded.toFour((double) right / Math.max(1, items.size())),
                Rounded.toFour(f1 / Math.max(1, perType.size())),
                perType,
                confusions);
    }

    private static PrecisionRecall counts(String type, Map<Confusion, Integer> confusions) {
        PrecisionRecall counts = PrecisionRecall.NONE;
        for (Map.Entry<Confusion, Integer> e : confusions.entrySet()) {
            boolean gold = e.getKey().gold().equals(type);
            boolean predicted = e.getKey().predicted().equals(type);
            int n = e.getValue();
            counts = counts.plus(new PrecisionRecall(
                    gold && predicted ? n : 0, !gold && predicted ? n : 0, gold && !predicted ? n : 0));
        }
        return counts;
    }
}
