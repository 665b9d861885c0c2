package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores all phrases that share a word with a query: how much of the query a phrase answers counts most, how much of
 * the phrase the query needs counts as well. Used by one thread.
 */
final class TermScores {
    private static final float OF_QUERY = 0.72f;
    private static final float OF_TERM = 0.28f;

    private final SearchTerms terms;
    private final SearchQuery query;
    private final float[] answered;
    private final int[] bits;
    private final IntList touched = new IntList();

    /**
     * The best phrase of a code.
     *
     * @param ofQuery the share of the query that it answers, misspelt words for less
     * @param ofTerm the share of its words that the query has
     */
    record Hit(int node, int term, int bits, float ofQuery, float ofTerm, float trust) {
        float score() {
            return trust * (OF_QUERY * ofQuery + OF_TERM * ofTerm);
        }

        /** The score when further words of the query are answered on the way to a child. */
        float with(int further, SearchQuery query) {
            int more = further & ~bits;
            return more == 0 ? score() : trust * (OF_QUERY * (ofQuery + query.share(more)) + OF_TERM * ofTerm);
        }
    }

    TermScores(SearchTerms terms, SearchQuery query) {
        this.terms = terms;
        this.query = query;
        answered = new float[terms.size()];
        bits = new int[terms.size()];
        for (int slot = 0; slot < query.size(); slot++) {
            for (NearWords.Near near : query.meanings(slot)) {
                addPostings(slot, near);
            }
        }
    }

    private void addPostings(int slot, NearWords.Near near) {
        int bit = 1 << slot;
        for (int at = terms.firstPosting(near.word()); at < terms.endPosting(near.word()); at++) {
            int term = terms.posting(at);
            if (bits[term] == 0) {
                touched.add(term);
            }
            if ((bits[term] & bit) == 0) {
                bits[term] |= bit;
                answered[term] += query.share(bit) * near.likeness();
            }
        }
    }

    /** The best phrase of each of the best codes, best first. */
    List<Hit> best(int most) {
        Map<Integer, Hit> byNode = new HashMap<>();
        float floor = 0.45f * highest();
        for (int i = 0; i < touched.size(); i++) {
            int term = touched.get(i);
            if (answered[term] >= floor) {
                byNode.merge(terms.node(term), hit(term), (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        List<Hit> hits = new ArrayList<>(byNode.values());
        hits.sort(Comparator.comparing(Hit::score).reversed().thenComparing(Hit::node));
        return hits.subList(0, Math.min(most, hits.size()));
    }

    private float highest() {
        float highest = 0;
        for (int i = 0; i < touched.size(); i++) {
            highest = Math.max(highest, answered[touched.get(i)]);
        }
        return highest;
    }

    private Hit hit(int term) {
        float shared = 0;
        for (int at = terms.firstWord(term); at < terms.endWord(term); at++) {
            int word = terms.word(at);
            shared += query.bitsOf(word) == 0 ? 0 : terms.weight(word);
        }
        int title = terms.titleTerm(terms.node(term));
        int byTitle = title < 0 ? 0 : bits[title] & ~bits[term];
        return new Hit(
                terms.node(term),
                term,
                bits[term] | byTitle,
                answered[term] + query.share(byTitle),
                shared / terms.termWeight(term),
                terms.trust(term));
    }
}
