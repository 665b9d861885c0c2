package ai.meddoc.mention;

import ai.meddoc.terminology.TermIndex;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of a sentence whose words stand side by side. A term that is pieced together from apart gives way to two of
 * them that say more: "prostate cancer with bone metastases" is prostate cancer, and metastases in bone. Not changed once
 * made.
 */
final class ClosestTerms {

    /** The codes of terms by first and last token. */
    private final Map<Long, Set<Integer>> places = new HashMap<>();

    /** The last tokens of terms of several words. */
    private final BitSet ends = new BitSet();

    private final TermIndex index;
    private final TextWords words;
    private final int sentence;
    private final boolean some;

    ClosestTerms(List<Match> matches, TermIndex index, TextWords words, int sentence) {
        this.index = index;
        this.words = words;
        this.sentence = sentence;
        this.some = matches.stream().anyMatch(match -> !match.isClose());
        if (some) {
            matches.stream().filter(Match::isClose).forEach(this::add);
        }
    }

    private void add(Match match) {
        places.computeIfAbsent(place(match.first(), match.last()), place -> new HashSet<>())
                .add(index.term(match.term()).node());
        if (match.first() < match.last()) {
            ends.set(match.last());
        }
    }

    private static long place(int first, int last) {
        return (long) first << Integer.SIZE | last;
    }

    /** Whether two terms side by side tell all that the match tells, and more; or are problems of their own in a list. */
    boolean explain(Match match) {
        if (!some || match.isClose()) {
            return false;
        }
        int[] tokens = match.tokens();
        for (int i = 0; i + 1 < tokens.length; i++) {
            if (tokens[i + 1] > tokens[i] + 1 && isTwo(match, tokens[i], tokens[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Two terms: one up to {@code left}, one from {@code right} or from a word between them. Or the first word ends a
     * closer term: "boxer's fracture, right hand" is no fracture of the hand at large; a stage stays with both.
     */
    private boolean isTwo(Match match, int left, int right) {
        if (left == match.first() && ends.get(left) && words.isComma(sentence, left + 1)) {
            return !words.endsInDigit(sentence, match.last());
        }
        Set<Integer> before = places.getOrDefault(place(match.first(), left), Set.of());
        if (before.isEmpty()) {
            return false;
        }
        boolean tellsNoMore = before.contains(index.term(match.term()).node());
        for (int from = left + 1; tellsNoMore && right == match.last() && from < right; from++) {
            if (places.containsKey(place(from, right))) {
                return true;
            }
        }
        return match.tokens().length == 2 && match.gap() > 1 && places.containsKey(place(right, match.last()));
    }
}
