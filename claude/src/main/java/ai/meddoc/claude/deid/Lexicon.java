package ai.meddoc.claude.deid;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known of single words: given names, surnames, words of the language, words that are never a lone name. Immutable. */
final class Lexicon {

    private final Set<String> given = WordList.load("given-names.txt");
    private final Set<String> surnames = WordList.load("surnames.txt");
    private final Vocabulary vocabulary = new Vocabulary();
    private final Set<String> medical = WordList.load("medical-words.txt");
    private final Set<String> notNames = WordList.load("not-names.txt");
    private final Set<String> eponyms = WordList.load("eponyms.txt");

    Lexicon() {
        eponyms.addAll(WordList.load("eponyms-more.txt"));
    }

    boolean isGiven(String word) {
        return parts(word).stream().anyMatch(given::contains);
    }

    boolean isSurname(String word) {
        return parts(word).stream().anyMatch(surnames::contains);
    }

    /** Whether it is also an ordinary word, so that a capital alone makes it no name. */
    boolean isWord(String word) {
        List<String> parts = parts(word);
        boolean hyphenated = parts.size() > 1;
        return parts.stream()
                .allMatch(part -> (hyphenated && part.length() == 1)
                        || (isListed(part) ? vocabulary.isCommonAsWritten(part) : vocabulary.isExplained(part)));
    }

    /** Whether it is a word of medicine, so that a capital in the middle of a sentence tells nothing either. */
    boolean isClinical(String word) {
        return isNeverAlone(word) || parts(word).stream().allMatch(vocabulary::isClinical);
    }

    /** As {@link #isClinical}, but "Winters" is not "winter". */
    boolean isClinicalAsWritten(String word) {
        return parts(word).stream().allMatch(vocabulary::isClinicalAsWritten);
    }

    /** Whether a longer word of medicine begins with it. */
    boolean isShortened(String word) {
        return vocabulary.isBeginning(Vocabulary.folded(word));
    }

    private boolean isListed(String part) {
        return given.contains(part) || surnames.contains(part);
    }

    /** Whether titles of diseases use it and dictionaries do not have it. */
    boolean isMedical(String word) {
        return parts(word).stream().anyMatch(medical::contains);
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
        return folded.endsWith("n't")
                ? List.of("not")
                : List.of(folded.replace("'", "").split("-"));
    }
}
