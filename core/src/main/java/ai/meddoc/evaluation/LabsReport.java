package ai.meddoc.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the labs suite; shares are of all gold rows.
 *
 * @param rows gold rows
 * @param valueRecall rows found by name and value
 * @param unit of all rows, found with the right unit
 * @param range of all rows, found with the right reference range
 * @param flag of the rows that have a flag, found with the right one
 * @param extraShare predicted rows that are not in the report, for each gold row
 */
public record LabsReport(
        int documents, int rows, double valueRecall, double unit, double range, double flag, double extraShare) {

    /** One report: the gold rows and the predicted ones. */
    public record Item(String id, List<LabRow> gold, List<LabRow> predicted) {
        public Item {
            Objects.requireNonNull(id);
            gold = List.copyOf(gold);
            predicted = List.copyOf(predicted);
        }
    }

    private record Counts(int rows, int value, int unit, int range, int flag, int unflagged, int extra) {
        Counts plus(Counts o) {
            return new Counts(
                    rows + o.rows,
                    value + o.value,
                    unit + o.unit,
                    range + o.range,
                    flag + o.flag,
                    unflagged + o.unflagged,
                    extra + o.extra);
        }
    }

    public static LabsReport of(List<Item> items) {
        Counts sum = items.stream().map(LabsReport::count).reduce(new Counts(0, 0, 0, 0, 0, 0, 0), Counts::plus);
        double rows = Math.max(1, sum.rows());
        return new LabsReport(
                items.size(),
                sum.rows(),
                Rounded.toFour(sum.value() / rows),
                Rounded.toFour(sum.unit() / rows),
                Rounded.toFour(sum.range() / rows),
                Rounded.toFour((double) sum.flag() / Math.max(1, (int) rows - sum.unflagged())),
                Rounded.toFour(sum.extra() / rows));
    }

    /** A gold row and the predicted one of the same test and value. */
    public record Pair(LabRow gold, LabRow found) {}

    /** The gold rows that were found, each with what was found. */
    public static List<Pair> pairs(Item item) {
        List<LabRow> left = new ArrayList<>(item.predicted());
        List<Pair> pairs = new ArrayList<>();
        for (LabRow gold : item.gold()) {
            LabRow hit = take(left, gold);
            if (hit != null) {
                pairs.add(new Pair(gold, hit));
            }
        }
        return List.copyOf(pairs);
    }

    /** The gold rows that were not found. */
    public static List<LabRow> missed(Item item) {
        List<LabRow> left = new ArrayList<>(item.predicted());
        return item.gold().stream().filter(gold -> take(left, gold) == null).toList();
    }

    /** The predicted rows that are not in the gold. */
    public static List<LabRow> extra(Item item) {
        List<LabRow> left = new ArrayList<>(item.predicted());
        item.gold().forEach(gold -> take(left, gold));
        return List.copyOf(left);
    }

    private static Counts count(Item item) {
        List<LabRow> left = new ArrayList<>(item.predicted());
        int[] n = new int[5];
        for (LabRow gold : item.gold()) {
            LabRow hit = take(left, gold);
            if (hit != null) {
                compare(hit, gold, n);
            }
        }
        return new Counts(item.gold().size(), n[0], n[1], n[2], n[3], n[4], left.size());
    }

    private static void compare(LabRow hit, LabRow gold, int[] n) {
        n[0]++;
        n[1] += hit.hasSameUnit(gold) ? 1 : 0;
        n[2] += hit.hasSameRange(gold) ? 1 : 0;
        String flag = gold.flag();
        n[3] += flag != null && hit.hasSameFlag(flag) ? 1 : 0;
        n[4] += flag == null ? 1 : 0;
    }

    private static @Nullable LabRow take(List<LabRow> rows, LabRow gold) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isSameTest(gold) && rows.get(i).hasSameValue(gold)) {
                return rows.remove(i);
            }
        }
        return null;
    }
}
