package ai.meddoc.assertion;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that rules consist of, as small numbers, found without making strings. Built once, then immutable and
 * thread-safe.
 */
final class Words {

    static final int NONE = 0;
    static final int KIN = 1;
    static final int PERSON = 2;
    static final int NUMBER = 3;
    static final int YEAR = 4;

    private static final Map<String, Integer> CLASSES =
            Map.of("<kin>", KIN, "<person>", PERSON, "<num>", NUMBER, "<year>", YEAR);

    private static final int VERB = 1;
    private static final int FINDING = 2;
    private static final int OPENER = 4;

    private String[] table = new String[8192];
    private int[] symbols = new int[8192];
    private final byte[] flags = new byte[8192];
    private final int[] signs = new int[128];
    private int next = YEAR + 1;

    private Words() {}

    /** The words of all literals and classes. */
    static Words of(List<ContextRule> rules) {
        Words words = new Words();
        Map<String, Byte> marked = new HashMap<>();
        for (List<String> row : RuleFile.rows(Words.class, "context-words.tsv", 2)) {
            words.addClassed(row.get(0), row.get(1), marked);
        }
        for (ContextRule rule : rules) {
            for (String word : rule.literal().split(" ")) {
                words.add(word);
            }
        }
        marked.forEach((word, flag) -> words.flags[words.add(word)] |= flag);
        for (char c = 0; c < words.signs.length; c++) {
            words.signs[c] = words.find(String.valueOf(c), 0, 1);
        }
        return words;
    }

    private void addClassed(String word, String kind, Map<String, Byte> marked) {
        switch (kind) {
            case "kin" -> put(word, KIN);
            case "person" -> put(word, PERSON);
            case "number" -> put(word, NUMBER);
            case "verb" -> marked.merge(word, (byte) VERB, (a, b) -> (byte) (a | b));
            case "finding" -> marked.merge(word, (byte) FINDING, (a, b) -> (byte) (a | b));
            case "opener" -> marked.merge(word, (byte) OPENER, (a, b) -> (byte) (a | b));
            default -> throw new IllegalStateException("context-words.tsv has an unknown class");
        }
    }

    /** The number of a literal's word, which is added when new. */
    int add(String word) {
        Integer known = CLASSES.get(word);
        if (known != null) {
            return known;
        }
        int found = find(word, 0, word.length());
        return found == NONE ? put(word, next++) : found;
    }

    private int put(String word, int symbol) {
        if (symbol * 2 > table.length) {
            throw new IllegalStateException("too many words in context-rules.tsv");
        }
        int slot = hash(word, 0, word.length()) & (table.length - 1);
        while (table[slot] != null) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = word;
        symbols[slot] = symbol;
        return symbol;
    }

    /** The number of a token, {@link #NONE} for a word that no rule has. */
    int symbol(String text, Token token) {
        int start = token.start();
        int end = token.end();
        return switch (token.kind()) {
            case NUMBER -> isYear(text, start, end) ? YEAR : NUMBER;
            case SIGN -> end - start == 1 && text.charAt(start) < signs.length ? signs[text.charAt(start)] : NONE;
            case WORD -> find(text, start, end);
        };
    }

    private static boolean isYear(String text, int start, int end) {
        boolean century = end - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
        return century && Character.isDigit(text.charAt(start + 2)) && Character.isDigit(text.charAt(start + 3));
    }

    private int find(String text, int start, int end) {
        int slot = hash(text, start, end) & (table.length - 1);
        while (true) {
            String word = table[slot];
            if (word == null) {
                return NONE;
            }
            if (word.length() == end - start && equal(word, text, start)) {
                return symbols[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
    }

    private static boolean equal(String word, String text, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String text, int start, int end) {
        int h = 0;
        for (int i = start; i < end; i++) {
            h = 31 * h + lower(text.charAt(i));
        }
        return h ^ h >>> 15;
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }

    boolean isVerb(int symbol) {
        return (flags[symbol] & VERB) != 0;
    }

    /** "seen", "identified": what a verb before it says of the things before the verb. */
    boolean isFinding(int symbol) {
        return (flags[symbol] & FINDING) != 0;
    }

    /** "the", "he": may open a clause after a comma. */
    boolean isOpener(int symbol) {
        return (flags[symbol] & OPENER) != 0;
    }
}
