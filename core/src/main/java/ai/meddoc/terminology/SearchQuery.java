package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The words of a query, each with the known words it may stand for. Used by one thread. */
final class SearchQuery {
    private static final int MOST_WORDS = 31;
    /** The weight of a word that leads nowhere: what it asks for is not answered. */
    private static final float UNKNOWN = 4;

    /** Known word to its bit; several words may share a query word's bit. */
    private final Map<Integer, Integer> bits = new HashMap<>();

    private final List<List<NearWords.Near>> slots = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();
    private float total;

    SearchQuery(List<String> words, SearchTerms terms, NearWords near) {
        for (String word : new LinkedHashSet<>(words)) {
            int known = terms.wordId(word);
            List<NearWords.Near> meanings = known >= 0 ? List.of(new NearWords.Near(known, 1)) : near.to(word);
            if (slots.size() < MOST_WORDS) {
                addSlot(
                        meanings,
                        meanings.isEmpty()
                                ? UNKNOWN
                                : terms.weight(meanings.get(0).word()));
            }
        }
    }

    private void addSlot(List<NearWords.Near> meanings, float weight) {
        int bit = 1 << slots.size();
        slots.add(meanings);
        weights.add(weight);
        total += weight;
        meanings.forEach(near -> bits.merge(near.word(), bit, (a, b) -> a | b));
    }

    int size() {
        return slots.size();
    }

    List<NearWords.Near> meanings(int slot) {
        return slots.get(slot);
    }

    float weight(int slot) {
        return weights.get(slot);
    }

    /** The bits of the query words that a known word answers, 0 for none. */
    int bitsOf(int word) {
        return bits.getOrDefault(word, 0);
    }

    /** The share of the query, 0..1, that the words with these bits are. */
    float share(int mask) {
        float sum = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            sum += (mask >> slot & 1) == 1 ? weights.get(slot) : 0;
        }
        return total == 0 ? 0 : sum / total;
    }
}
