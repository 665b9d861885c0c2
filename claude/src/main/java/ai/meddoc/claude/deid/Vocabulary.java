package ai.meddoc.claude.deid;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What explains a word other than being a name: the language, medicine, its drugs and instruments, peoples and makers.
 * What nothing here explains is taken for a name. Immutable.
 */
final class Vocabulary {

    private static final int SHORTEST_STEM = 4;
    private static final int LONG_ENDING = 5;
    private static final int ROOT = 2;

    /** What a word may end in, and what its stem ends in instead. */
    private static final List<String[]> INFLECTIONS = List.of(
            new String[] {"ies", "y"},
            new String[] {"es", ""},
            new String[] {"s", ""},
            new String[] {"ed", ""},
            new String[] {"ed", "e"},
            new String[] {"ing", ""},
            new String[] {"ing", "e"},
            new String[] {"ly", ""},
            new String[] {"ally", ""},
            new String[] {"ness", ""});

    private final Set<String> words = WordList.load("words.txt");
    private final Set<String> rare = WordList.load("rare-words.txt");
    private final Set<String> clinical = WordList.load("clinical-words.txt");
    private final Set<String> endings = WordList.load("word-endings.txt");
    private final Set<String> beginnings = WordList.load("word-beginnings.txt");
    private final NavigableSet<String> sorted = new TreeSet<>();
    private final int longestEnding =
            endings.stream().mapToInt(String::length).max().orElse(0);

    Vocabulary() {
        clinical.addAll(WordList.load("medical-words.txt"));
        clinical.addAll(WordList.load("drug-names.txt"));
        clinical.addAll(WordList.load("proper-words.txt"));
        clinical.addAll(WordList.load("trade-words.txt"));
        sorted.addAll(clinical);
    }

    /** Whether a word, in small letters, is of medicine or of the papers about it. */
    boolean isClinical(String word) {
        return clinical.contains(word) || isMedicalByForm(word) || inflected(word, clinical);
    }

    boolean isClinicalAsWritten(String word) {
        return clinical.contains(word) || isMedicalByForm(word);
    }

    /** A known word with a beginning of medicine, as "transabdominal". */
    private boolean isComposed(String word) {
        for (int n = 2; n <= word.length() - SHORTEST_STEM; n++) {
            String rest = word.substring(n);
            if (beginnings.contains(word.substring(0, n)) && (clinical.contains(rest) || words.contains(rest))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word, in small letters, is one of the language or of medicine. */
    boolean isExplained(String word) {
        return isCommon(word) || rare.contains(word) || inflected(word, rare) || isComposed(word);
    }

    /** As {@link #isExplained}, without what hardly anyone writes. */
    boolean isCommon(String word) {
        return words.contains(word) || isClinical(word) || inflected(word, words);
    }

    /** Whether it is a shortened word of medicine, as "fluoro". */
    boolean isBeginning(String word) {
        String longer = word.length() < SHORTEST_STEM ? null : sorted.higher(word);
        return longer != null && longer.startsWith(word) && longer.length() > word.length() + 1;
    }

    /** For what is also a name: "Lopes" is not "lope". */
    boolean isCommonAsWritten(String word) {
        boolean plural = word.endsWith("s")
                && words.contains(word.substring(0, word.length() - 1))
                && clinical.contains(word.substring(0, word.length() - 1));
        return words.contains(word) || isClinicalAsWritten(word) || plural;
    }

    private boolean isMedicalByForm(String word) {
        for (int n = Math.min(longestEnding, word.length() - SHORTEST_STEM + 1); n > 1; n--) {
            boolean enough = n >= LONG_ENDING || word.length() - n >= SHORTEST_STEM;
            if (enough && endings.contains(word.substring(word.length() - n))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inflected(String word, Set<String> stems) {
        for (String[] inflection : INFLECTIONS) {
            int root = word.length() - inflection[0].length();
            if (root > ROOT
                    && word.endsWith(inflection[0])
                    && stems.contains(word.substring(0, root) + inflection[1])) {
                return true;
            }
        }
        return false;
    }

    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
