package ai.meddoc.claude.deid;

import java.util.Locale;
import java.util.Set;

/** What is known of single words: given names, surnames, words of the language, words that are never a lone name. Immutable. */
final class Lexicon {

    private final Set<String> given = WordList.load("given-names.txt");
    private final Set<String> surnames = WordList.load("surnames.txt");
    private final Set<String> words = WordList.load("words.txt");
    private final Set<String> notNames = WordList.load("not-names.txt");

    boolean isGiven(String word) {
        return given.contains(fold(word));
    }

    boolean isSurname(String word) {
        return surnames.contains(fold(word));
    }

    /** Whether it is also an ordinary word, so that a capital alone makes it no name. */
    boolean isWord(String word) {
        String folded = fold(word);
        return words.contains(folded)
                || folded.endsWith("s") && words.contains(folded.substring(0, folded.length() - 1));
    }

    boolean isNeverAlone(String word) {
        return notNames.contains(fold(word));
    }

    /** A given name or surname that is no ordinary word. */
    boolean isTelling(String word) {
        return (isGiven(word) || isSurname(word)) && !isWord(word) && !isNeverAlone(word);
    }

    boolean isKnown(String word) {
        return isWord(word) || isNeverAlone(word);
    }

    private static String fold(String word) {
        String folded = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (folded.endsWith("'s")) {
            folded = folded.substring(0, folded.length() - 2);
        }
        int hyphen = folded.indexOf('-');
        folded = hyphen > 1 ? folded.substring(0, hyphen) : folded;
        return folded.replace("'", "");
    }
}
