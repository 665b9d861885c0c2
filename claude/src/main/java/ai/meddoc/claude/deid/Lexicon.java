package ai.meddoc.claude.deid;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known of single words: given names, surnames, words of the language, words that are never a lone name. Immutable. */
final class Lexicon {

    private final Set<String> given = WordList.load("given-names.txt");
    private final Set<String> surnames = WordList.load("surnames.txt");
    private final Set<String> words = WordList.load("words.txt");
    private final Set<String> notNames = WordList.load("not-names.txt");
    private final Set<String> eponyms = WordList.load("eponyms.txt");

    boolean isGiven(String word) {
        return parts(word).stream().anyMatch(given::contains);
    }

    boolean isSurname(String word) {
        return parts(word).stream().anyMatch(surnames::contains);
    }

    /** Whether it is also an ordinary word, so that a capital alone makes it no name. */
    boolean isWord(String word) {
        return parts(word).stream()
                .allMatch(part -> words.contains(part)
                        || (part.endsWith("s") && words.contains(part.substring(0, part.length() - 1))));
    }

    /** Whether it names a disease, a sign or a procedure. */
    boolean isEponym(String word) {
        return parts(word).stream().anyMatch(eponyms::contains);
    }

    boolean isNeverAlone(String word) {
        return parts(word).stream().allMatch(notNames::contains);
    }

    /** A given name or surname that is no ordinary word. */
    boolean isTelling(String word) {
        return (isGiven(word) || isSurname(word)) && !isWord(word) && !isNeverAlone(word);
    }

    boolean isKnown(String word) {
        return isWord(word) || isNeverAlone(word);
    }

    /** Of a double name both, in small letters, without apostrophes. */
    private static List<String> parts(String word) {
        String folded = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (folded.endsWith("'s")) {
            folded = folded.substring(0, folded.length() - 2);
        }
        return List.of(folded.replace("'", "").split("-"));
    }
}
