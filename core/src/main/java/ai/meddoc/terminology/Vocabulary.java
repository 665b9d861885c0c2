package ai.meddoc.terminology;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * Words as numbers. Words that mean the same whatever stands beside them share a number. Immutable once its index is
 * built; thread-safe.
 */
public final class Vocabulary {

    /** The number of a word that no term contains. */
    public static final int UNKNOWN = -1;

    /** The number of a word that carries no meaning for matching. */
    public static final int STOP = -2;

    /** Shorter misspelt words are too often other words. */
    private static final int SHORTEST_MISSPELT = 8;

    /** No term has a longer word; trying every letter of a run of letters without end would take the square of its length. */
    private static final int LONGEST_MISSPELT = 64;

    private static final int AMBIGUOUS = -3;

    private static final Set<String> STOP_WORDS = Set.of(
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "with",
            "and",
            "or",
            "due",
            "his",
            "her",
            "their",
            "its",
            "is",
            "are",
            "was",
            "be",
            "as",
            "into",
            "that",
            "this",
            "which",
            "any",
            "some",
            "nos",
            "nec",
            "unspecified",
            "classified",
            "elsewhere",
            "via",
            "my",
            "your",
            "our",
            "per",
            "upon",
            "involving",
            "affecting");

    /** After these a single "a" is a name: hepatitis A. */
    private static final Set<String> LETTERED =
            Set.of("hepatitis", "vitamin", "type", "influenza", "hemophilia", "group", "streptococcus", "class");

    /** The folded form of an "a" that is a name. */
    private static final String LETTER_A = "a-";

    private final WordTable numbers;
    private final WordTable misspelt;
    private int size;

    /** An empty vocabulary that knows the stop words. */
    Vocabulary() {
        numbers = new WordTable(1 << 15);
        misspelt = new WordTable(1 << 18);
        STOP_WORDS.forEach(word -> numbers.put(WordTable.hash(word), STOP));
    }

    private Vocabulary(WordTable numbers, WordTable misspelt, int size) {
        this.numbers = numbers;
        this.misspelt = misspelt;
        this.size = size;
    }

    public static boolean isStopWord(String folded) {
        return STOP_WORDS.contains(folded);
    }

    /** A folded word after another: the letter of "hepatitis A" is a word of its own, elsewhere "a" is none. */
    static String after(String before, String folded) {
        return folded.equals("a") && LETTERED.contains(before) ? LETTER_A : folded;
    }

    /** The number of the letter A after a folded word; {@link #STOP} where it is no name. */
    public int letterAfter(String before) {
        return LETTERED.contains(before) ? numberOf(LETTER_A) : STOP;
    }

    /** The number of a folded word, given on first sight; a word that another stands for gets the other's. */
    int add(String folded, Map<String, String> canonical) {
        if (STOP_WORDS.contains(folded)) {
            return STOP;
        }
        String word = canonical.getOrDefault(folded, folded);
        long hash = WordTable.hash(word);
        int number = numbers.get(hash);
        if (number == WordTable.MISSING) {
            number = size++;
            numbers.put(hash, number);
            addMisspelt(word, number);
        }
        if (!word.equals(folded)) {
            numbers.put(WordTable.hash(folded), number);
            addMisspelt(folded, number);
        }
        return number;
    }

    /** After the last term: words that only the table of equal words knows find their canonical word's number. */
    void seal(Map<String, String> canonical) {
        canonical.forEach((word, by) -> {
            int number = numbers.get(WordTable.hash(by));
            if (number >= 0) {
                numbers.put(WordTable.hash(word), number);
                addMisspelt(word, number);
            }
        });
    }

    private void addMisspelt(String word, int number) {
        if (!mayBeMisspelt(word)) {
            return;
        }
        for (int omitted = -1; omitted < word.length(); omitted++) {
            long hash = WordTable.hashWithout(word, omitted);
            int other = misspelt.get(hash);
            misspelt.put(hash, other == WordTable.MISSING || other == number ? number : AMBIGUOUS);
        }
    }

    /** The number of a folded word, {@link #UNKNOWN} or {@link #STOP}. */
    public int numberOf(CharSequence folded) {
        int number = numbers.get(WordTable.hash(folded));
        return number == WordTable.MISSING ? UNKNOWN : number;
    }

    /**
     * The number of the long word that a folded word misspells by one edit (a letter missing, added, changed, or two
     * swapped), {@link #UNKNOWN} when there is none or more than one.
     */
    public int misspelt(CharSequence folded) {
        if (!mayBeMisspelt(folded)) {
            return UNKNOWN;
        }
        int found = misspelt.get(WordTable.hash(folded));
        for (int i = 1; i < folded.length() && found == WordTable.MISSING; i++) {
            found = misspelt.get(WordTable.hashWithout(folded, i));
        }
        return found >= 0 ? found : UNKNOWN;
    }

    private static boolean mayBeMisspelt(CharSequence word) {
        return word.length() >= SHORTEST_MISSPELT && word.length() <= LONGEST_MISSPELT;
    }

    public int size() {
        return size;
    }

    int bytes() {
        return 4 + numbers.bytes() + misspelt.bytes();
    }

    void write(ByteBuffer out) {
        out.putInt(size);
        numbers.write(out);
        misspelt.write(out);
    }

    static Vocabulary read(ByteBuffer in) {
        int size = in.getInt();
        WordTable numbers = WordTable.read(in);
        return new Vocabulary(numbers, WordTable.read(in), size);
    }
}
