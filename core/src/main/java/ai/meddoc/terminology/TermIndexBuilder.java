package ai.meddoc.terminology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Builds a {@link TermIndex}. Of several terms with the same words the first wins, so the most trusted come first. */
final class TermIndexBuilder {

    /** A term of more words than this never stands in a note as such. */
    private static final int MOST_WORDS = 8;

    private final Map<String, String> canonical;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Set<List<Integer>> seen = new HashSet<>();
    private final List<Term> kept = new ArrayList<>();
    private final List<int[]> words = new ArrayList<>();

    /** @param canonical folded word to the folded word that stands for it */
    TermIndexBuilder(Map<String, String> canonical) {
        this.canonical = Map.copyOf(canonical);
    }

    TermIndex build(Collection<Term> terms) {
        terms.forEach(this::add);
        vocabulary.seal(canonical);
        return new TermIndex(vocabulary, columns(), postings());
    }

    private Postings postings() {
        int[] frequency = new int[vocabulary.size()];
        words.forEach(term -> Arrays.stream(term).forEach(word -> frequency[word]++));
        int[] keys =
                words.stream().mapToInt(term -> rarest(term, -1, frequency)).toArray();
        int[] firstOfWord = new int[vocabulary.size() + 1];
        for (int word : keys) {
            firstOfWord[word + 1]++;
        }
        for (int i = 0; i < vocabulary.size(); i++) {
            firstOfWord[i + 1] += firstOfWord[i];
        }
        int[] next = firstOfWord.clone();
        int[] terms = new int[keys.length];
        int[] companions = new int[keys.length];
        for (int term = 0; term < keys.length; term++) {
            int at = next[keys[term]]++;
            terms[at] = term;
            companions[at] = rarest(words.get(term), keys[term], frequency);
        }
        return new Postings(firstOfWord, terms, companions);
    }

    /** Of a term's words but one, the word that the fewest terms contain; -1 when it has no other. */
    private static int rarest(int[] term, int omitted, int[] frequency) {
        int rarest = -1;
        for (int word : term) {
            if (word != omitted && (rarest < 0 || frequency[word] < frequency[rarest])) {
                rarest = word;
            }
        }
        return rarest;
    }

    private void add(Term term) {
        Set<Integer> numbers = new TreeSet<>();
        String before = "";
        for (String word : TermIndex.wordsIn(term.phrase())) {
            String folded = WordForms.fold(word);
            int number = vocabulary.add(Vocabulary.after(before, folded), canonical);
            before = folded;
            if (number >= 0) {
                numbers.add(number);
            }
        }
        if (!numbers.isEmpty() && numbers.size() <= MOST_WORDS && seen.add(List.copyOf(numbers))) {
            kept.add(term);
            words.add(numbers.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private TermColumns columns() {
        int n = kept.size();
        int[] nodes = kept.stream().mapToInt(Term::node).toArray();
        byte[] traits = new byte[n];
        int[] wordStarts = new int[n + 1];
        int[] phraseStarts = new int[n + 1];
        List<byte[]> phrases = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            traits[i] = TermColumns.traits(kept.get(i));
            wordStarts[i + 1] = wordStarts[i] + words.get(i).length;
            phrases.add(kept.get(i).phrase().getBytes(StandardCharsets.UTF_8));
            phraseStarts[i + 1] = phraseStarts[i] + phrases.get(i).length;
        }
        byte[] text = new byte[phraseStarts[n]];
        for (int i = 0; i < n; i++) {
            System.arraycopy(phrases.get(i), 0, text, phraseStarts[i], phrases.get(i).length);
        }
        int[] flat = words.stream().flatMapToInt(Arrays::stream).toArray();
        return new TermColumns(nodes, traits, wordStarts, flat, phraseStarts, text);
    }
}
