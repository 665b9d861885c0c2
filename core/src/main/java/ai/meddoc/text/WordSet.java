package ai.meddoc.text;

import java.util.Locale;
import java.util.Set;

/**
 * A few words that stretches of text are compared with, whatever their case. Asked for nearly every word of every document:
 * most are turned away by their first letter and their length. Immutable and thread-safe.
 */
public final class WordSet {

    private static final int ASCII = 128;

    private final Set<String> words;
    /** By first character: how long such words are, a bit each. */
    private final long[] lengths = new long[ASCII];

    private WordSet(Set<String> words) {
        this.words = Set.copyOf(words);
        for (String word : words) {
            if (word.isEmpty() || word.length() >= Long.SIZE || word.charAt(0) >= ASCII) {
                throw new IllegalArgumentException("a word of " + word.length() + " characters");
            }
            lengths[word.charAt(0)] |= 1L << word.length();
        }
    }

    /** @param words in lower case, of ASCII characters, shorter than {@value Long#SIZE} */
    public static WordSet of(String... words) {
        return new WordSet(Set.of(words));
    }

    /** As {@link #of(String...)}. */
    public static WordSet copyOf(Set<String> words) {
        return new WordSet(words);
    }

    /** Whether {@code text[from,to)} is one of the words. */
    public boolean has(String text, int from, int to) {
        return mayHave(text, from, to)
                && words.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private boolean mayHave(String text, int from, int to) {
        int length = to - from;
        if (length <= 0 || length >= Long.SIZE) {
            return false;
        }
        char first = Character.toLowerCase(text.charAt(from));
        return first >= ASCII || (lengths[first] & 1L << length) != 0;
    }
}
