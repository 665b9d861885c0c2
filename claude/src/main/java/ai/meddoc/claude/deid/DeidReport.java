package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well identifiers were found, by letters and figures: white space and signs do not count.
 *
 * @param documents how many
 * @param identifiers how many the gold has
 * @param recall the share of gold identifiers of which every letter and figure was taken
 * @param characterRecall the share of the gold's letters and figures that were taken
 * @param precision the share of what was taken, in pieces, of which at least half lies in gold
 * @param characterPrecision the share of the taken letters and figures that are gold
 * @param recallByKind as {@code recall}
 */
public record DeidReport(
        int documents,
        int identifiers,
        double recall,
        double characterRecall,
        double precision,
        double characterPrecision,
        Map<IdentifierKind, Double> recallByKind) {

    public DeidReport {
        recallByKind = Map.copyOf(recallByKind);
    }

    /** A document with its gold and what was found in it. */
    public record Item(String id, String text, List<Identifier> gold, List<Identifier> found) {
        public Item {
            gold = List.copyOf(gold);
            found = List.copyOf(found);
        }

        /** Gold of which something was left. */
        public List<Identifier> missed() {
            BitSet taken = cover(found);
            return gold.stream().filter(g -> left(g.span(), taken) > 0).toList();
        }

        /** What was taken though most of it is no gold. */
        public List<Identifier> wrong() {
            BitSet right = cover(gold);
            return found.stream()
                    .filter(f -> 2 * left(f.span(), right) > left(f.span(), new BitSet()))
                    .toList();
        }

        private static BitSet cover(List<Identifier> identifiers) {
            BitSet covered = new BitSet();
            identifiers.forEach(i -> covered.set(i.span().start(), i.span().end()));
            return covered;
        }

        private int left(Span span, BitSet covered) {
            int left = 0;
            for (int i = span.start(); i < span.end(); i++) {
                left += Character.isLetterOrDigit(text.charAt(i)) && !covered.get(i) ? 1 : 0;
            }
            return left;
        }

        private int characters(List<Identifier> of) {
            return of.stream().mapToInt(i -> left(i.span(), new BitSet())).sum();
        }

        private int uncovered(List<Identifier> of, List<Identifier> by) {
            BitSet covered = cover(by);
            return of.stream().mapToInt(i -> left(i.span(), covered)).sum();
        }
    }

    public static DeidReport of(List<Item> items) {
        Map<IdentifierKind, List<Boolean>> byKind = new EnumMap<>(IdentifierKind.class);
        int gold = 0;
        int missed = 0;
        int found = 0;
        int wrong = 0;
        long goldCharacters = 0;
        long missedCharacters = 0;
        long foundCharacters = 0;
        long wrongCharacters = 0;
        for (Item item : items) {
            List<Identifier> misses = item.missed();
            item.gold()
                    .forEach(g -> byKind.computeIfAbsent(g.kind(), k -> new ArrayList<>())
                            .add(!misses.contains(g)));
            gold += item.gold().size();
            missed += misses.size();
            found += item.found().size();
            wrong += item.wrong().size();
            goldCharacters += item.characters(item.gold());
            missedCharacters += item.uncovered(item.gold(), item.found());
            foundCharacters += item.characters(item.found());
            wrongCharacters += item.uncovered(item.found(), item.gold());
        }
        Map<IdentifierKind, Double> recalls = new EnumMap<>(IdentifierKind.class);
        byKind.forEach((kind, hits) ->
                recalls.put(kind, share(hits.stream().filter(hit -> !hit).count(), hits.size())));
        return new DeidReport(
                items.size(),
                gold,
                share(missed, gold),
                share(missedCharacters, goldCharacters),
                share(wrong, found),
                share(wrongCharacters, foundCharacters),
                recalls);
    }

    private static double share(long bad, long all) {
        return all == 0 ? 1 : 1 - (double) bad / all;
    }
}
