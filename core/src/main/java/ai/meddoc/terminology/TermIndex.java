package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.List;

/**
 * Terms by their words, whatever the order. Every term stands under its rarest word, so that a reader of text looks at a
 * term only where that word occurs. Immutable; thread-safe.
 */
public final class TermIndex {

    private final Vocabulary vocabulary;
    private final TermColumns terms;
    private final Postings postings;

    TermIndex(Vocabulary vocabulary, TermColumns terms, Postings postings) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.postings = postings;
    }

    /** Runs of letters, digits and inner apostrophes; a decimal number stays whole. */
    public static List<String> wordsIn(String phrase) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= phrase.length(); i++) {
            boolean inside = i < phrase.length() && isInside(phrase, i, start >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(phrase.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isInside(String phrase, int index, boolean started) {
        char c = phrase.charAt(index);
        return Character.isLetterOrDigit(c)
                || started && c == '\''
                || started && c == '.' && digitAt(phrase, index - 1) && digitAt(phrase, index + 1);
    }

    private static boolean digitAt(String text, int index) {
        return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public int size() {
        return terms.size();
    }

    public Term term(int index) {
        return terms.term(index);
    }

    /** Whether a term is an abbreviation, which counts only as it is printed. */
    public boolean isAbbreviation(int index) {
        return terms.isAbbreviation(index);
    }

    public TermSource source(int index) {
        return terms.source(index);
    }

    /** How many words a term has. */
    public int length(int index) {
        return terms.wordEnd(index) - terms.wordStart(index);
    }

    /** A term's word at {@code 0 <= at < length(index)}; ascending numbers. */
    public int word(int index, int at) {
        return terms.word(terms.wordStart(index) + at);
    }

    /** The sorted word numbers of a term, as a copy. */
    public int[] wordsOf(int index) {
        int[] words = new int[length(index)];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(index, i);
        }
        return words;
    }

    /** The first position in {@link #termAt} of the terms under a word; they end where the next word's begin. */
    public int firstUnder(int word) {
        return postings.firstOfWord()[word];
    }

    public int endUnder(int word) {
        return postings.firstOfWord()[word + 1];
    }

    public int termAt(int position) {
        return postings.terms()[position];
    }

    /** A word that the term at a position needs beside the one it stands under, -1 when it needs none. */
    public int companionAt(int position) {
        return postings.companions()[position];
    }

    TermColumns columns() {
        return terms;
    }

    Postings postings() {
        return postings;
    }
}
