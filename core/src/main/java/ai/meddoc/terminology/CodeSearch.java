package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the codes of a release for a phrase, or lists those that begin with a code. Made once per release: the first
 * search builds the index (a fraction of a second), every search then takes about a millisecond. Thread-safe.
 */
public final class CodeSearch {
    private static final int CANDIDATES = 60;
    private static final int MOST_CHARACTERS = 500;
    private static final double FULL = 1.0;
    /** What is found as it was asked goes before what is found after spelling abbreviations out. */
    private static final double SPELLED_OUT = 0.99;

    private final Icd10Cm release;
    private @Nullable Index index;

    private CodeSearch(Icd10Cm release) {
        this.release = release;
    }

    /** What a search needs, built together. */
    private record Index(
            SearchWords words, Shorthand shorthand, SearchTerms terms, NearWords near, DefaultCode defaults) {}

    /** A code on its way into the answer. */
    private record Candidate(int node, double score, String term) {}

    public static CodeSearch of(Icd10Cm release) {
        return new CodeSearch(release);
    }

    /**
     * The best codes first, each once; billable ones wherever the phrase, or the default for what it leaves open, leads
     * to one.
     *
     * @param query words as people write them (their first 500 characters count), or the beginning of a code
     * @param limit at most so many; at least 1
     */
    public List<CodeMatch> search(String query, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a search is at least 1, not " + limit);
        }
        String asked = query.strip();
        asked = asked.length() > MOST_CHARACTERS ? wholeWords(asked) : asked;
        List<CodeMatch> codes = byCode(asked, limit);
        return codes.isEmpty() ? byWords(asked, limit) : codes;
    }

    private static String wholeWords(String asked) {
        int end = asked.lastIndexOf(' ', MOST_CHARACTERS);
        return asked.substring(0, end > 0 ? end : MOST_CHARACTERS);
    }

    private List<CodeMatch> byCode(String asked, int limit) {
        long from = CodeKey.of(asked);
        List<CodeMatch> matches = new ArrayList<>();
        if (from == CodeKey.NONE) {
            return matches;
        }
        int first = release.ceiling(from);
        for (int i = first; i < release.size() && matches.size() < limit; i++) {
            if (!CodeKey.startsWith(release.keyAt(i), from)) {
                break;
            }
            double score = FULL / (1 + 0.1 * (i - first));
            matches.add(new CodeMatch(release.at(i), score, release.codeAt(i)));
        }
        return matches;
    }

    private List<CodeMatch> byWords(String asked, int limit) {
        Index ready = index();
        Map<Integer, Candidate> best = new HashMap<>();
        List<String> words = ready.words.in(asked);
        collect(words, FULL, ready, best);
        List<String> spelledOut = ready.words.in(ready.shorthand.spellOut(asked));
        if (!spelledOut.equals(words)) {
            collect(spelledOut, SPELLED_OUT, ready, best);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(candidate -> !release.billableAt(candidate.node))
                        .thenComparingInt(Candidate::node))
                .limit(limit)
                .map(candidate -> new CodeMatch(release.at(candidate.node), candidate.score, candidate.term))
                .toList();
    }

    private void collect(List<String> words, double trust, Index ready, Map<Integer, Candidate> best) {
        SearchQuery query = new SearchQuery(words, ready.terms, ready.near);
        if (query.size() == 0) {
            return;
        }
        for (TermScores.Hit hit : new TermScores(ready.terms, query).best(CANDIDATES)) {
            DefaultCode.Reached reached = ready.defaults.from(hit.node(), hit.bits(), query);
            double score = trust * hit.with(reached.bits(), query);
            score *= release.billableAt(reached.node()) ? FULL : 0.9;
            Candidate candidate = new Candidate(reached.node(), rounded(score), ready.terms.phrase(hit.term()));
            best.merge(reached.node(), candidate, (a, b) -> a.score >= b.score ? a : b);
        }
    }

    /** So that equal matches are equal whatever the order of the sums. */
    private static double rounded(double score) {
        return Math.round(Math.min(score, FULL) * 10_000) / 10_000.0;
    }

    private synchronized Index index() {
        if (index == null) {
            SearchWords words = new SearchWords();
            SearchTerms terms = new SearchTerms(release, TermTable.bundled(), words);
            index = new Index(
                    words, new Shorthand(), terms, new NearWords(terms.spellings()), new DefaultCode(release, terms));
        }
        return Objects.requireNonNull(index);
    }
}
