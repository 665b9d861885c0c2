package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * All phrases of a release by their words: titles, inclusion terms, entries of the Alphabetic Index and our everyday
 * terms. Codes made by a 7th character have no phrases of their own. Immutable once built; thread-safe.
 */
final class SearchTerms {
    private static final int[] NO_WORDS = {};

    private final SearchWords words;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> spellings = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    /** Phrases repeat their words a dozen times. */
    private final Map<String, String> folded = new HashMap<>();

    private final UnaryOperator<String> fold = word -> folded.computeIfAbsent(word, WordForms::fold);
    private final IntList nodes = new IntList();
    private final IntList sources = new IntList();
    private final IntList wordStarts = new IntList();
    private final IntList termWords = new IntList();

    /** By node: its title's term, -1 for codes made by a 7th character. */
    private final int[] titleTerms;

    private final Map<String, int[]> seventhWords = new HashMap<>();
    private final Icd10Cm release;

    private final int[] postingStart;
    private final int[] postings;
    private final float[] weights;
    private final float[] termWeights;

    /** Where a phrase comes from; the trust in it is a factor on its score. */
    enum Source {
        EVERYDAY(1.0f),
        INDEX(1.0f),
        INCLUSION(0.97f),
        TITLE(0.98f);

        final float trust;

        Source(float trust) {
            this.trust = trust;
        }
    }

    SearchTerms(Icd10Cm release, TermTable everyday, SearchWords words) {
        this.words = words;
        this.release = release;
        titleTerms = new int[release.size()];
        for (TermTable.Entry entry : everyday.entries()) {
            int node = release.indexOf(entry.code());
            if (node >= 0) {
                add(node, entry.phrase(), Source.EVERYDAY);
            }
        }
        for (int node = 0; node < release.size(); node++) {
            titleTerms[node] = -1;
            if (release.isSeventhCharacterAt(node)) {
                seventhWords.computeIfAbsent(release.seventhAt(node), this::knownWords);
            } else {
                int before = size();
                addNode(release, node);
                titleTerms[node] = size() == before ? -1 : before;
            }
        }
        wordStarts.add(termWords.size());
        folded.clear();
        postingStart = new int[spellings.size() + 1];
        postings = post();
        weights = weights();
        termWeights = termWeights();
    }

    private void addNode(Icd10Cm release, int node) {
        add(node, release.titleAt(node), Source.TITLE);
        for (String term : release.inclusionTermsAt(node)) {
            add(node, term, Source.INCLUSION);
        }
        for (String term : release.indexTermsAt(node)) {
            add(node, term, Source.INDEX);
        }
    }

    private void add(int node, String phrase, Source source) {
        String essential = withoutRemarks(phrase);
        add(node, phrase, essential, source);
        if (!essential.equals(phrase)) {
            add(node, phrase, phrase, source);
        }
    }

    private void add(int node, String phrase, String searched, Source source) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String word : words.in(searched, fold)) {
            numbers.add(number(word));
        }
        if (!numbers.isEmpty()) {
            wordStarts.add(termWords.size());
            numbers.forEach(termWords::add);
            phrases.add(phrase);
            nodes.add(node);
            sources.add(source.ordinal());
        }
    }

    private int[] knownWords(String phrase) {
        return words.in(phrase).stream().mapToInt(this::number).toArray();
    }

    private int number(String word) {
        Integer number = ids.putIfAbsent(word, spellings.size());
        if (number == null) {
            spellings.add(word);
            return spellings.size() - 1;
        }
        return number;
    }

    /** Nonessential words stand in brackets: "Essential (primary) hypertension". */
    private static String withoutRemarks(String phrase) {
        if (phrase.indexOf('(') < 0 && phrase.indexOf('[') < 0) {
            return phrase;
        }
        StringBuilder kept = new StringBuilder(phrase.length());
        int depth = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            depth += c == '(' || c == '[' ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
        }
        return kept.toString().isBlank() ? phrase : kept.toString();
    }

    private int[] post() {
        for (int i = 0; i < termWords.size(); i++) {
            postingStart[termWords.get(i) + 1]++;
        }
        for (int i = 0; i < spellings.size(); i++) {
            postingStart[i + 1] += postingStart[i];
        }
        int[] next = Arrays.copyOf(postingStart, spellings.size());
        int[] all = new int[termWords.size()];
        for (int term = 0; term < size(); term++) {
            for (int i = wordStarts.get(term); i < wordStarts.get(term + 1); i++) {
                all[next[termWords.get(i)]++] = term;
            }
        }
        return all;
    }

    private float[] weights() {
        float[] weight = new float[spellings.size()];
        for (int word = 0; word < weight.length; word++) {
            // what is denied goes without saying
            float factor = spellings.get(word).startsWith(SearchWords.DENIED) ? 0.3f : 1;
            weight[word] = factor
                    * (float) Math.log(1.5 + (double) size() / (1 + postingStart[word + 1] - postingStart[word]));
        }
        return weight;
    }

    private float[] termWeights() {
        float[] sum = new float[size()];
        for (int term = 0; term < sum.length; term++) {
            for (int i = wordStarts.get(term); i < wordStarts.get(term + 1); i++) {
                sum[term] += weights[termWords.get(i)];
            }
        }
        return sum;
    }

    int size() {
        return nodes.size();
    }

    int node(int term) {
        return nodes.get(term);
    }

    String phrase(int term) {
        return phrases.get(term);
    }

    float trust(int term) {
        return Source.values()[sources.get(term)].trust;
    }

    /** The sum of the weights of a term's words. */
    float termWeight(int term) {
        return termWeights[term];
    }

    int firstWord(int term) {
        return wordStarts.get(term);
    }

    int endWord(int term) {
        return wordStarts.get(term + 1);
    }

    int word(int at) {
        return termWords.get(at);
    }

    /** The term that a code's title is, -1 for none. */
    int titleTerm(int node) {
        return titleTerms[node];
    }

    /** The words of a code's title, nonessential ones left out; of a code with a 7th character those of the code below it. */
    int[] titleWords(int node) {
        int term = titleTerms[release.isSeventhCharacterAt(node) ? release.parentAt(node) : node];
        return term < 0
                ? NO_WORDS
                : IntStream.range(firstWord(term), endWord(term))
                        .map(this::word)
                        .toArray();
    }

    /** The words that a 7th character means. */
    int[] seventhWords(int node) {
        return seventhWords.getOrDefault(release.seventhAt(node), NO_WORDS);
    }

    /** The number of a word, or -1. */
    int wordId(String word) {
        return ids.getOrDefault(word, -1);
    }

    List<String> spellings() {
        return spellings;
    }

    /** The rarer, the heavier. */
    float weight(int word) {
        return weights[word];
    }

    int firstPosting(int word) {
        return postingStart[word];
    }

    int endPosting(int word) {
        return postingStart[word + 1];
    }

    int posting(int at) {
        return postings[at];
    }
}
