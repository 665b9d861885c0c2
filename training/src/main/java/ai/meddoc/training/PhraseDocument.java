package ai.meddoc.training;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.AssertionDetector;
import ai.meddoc.assertion.SentenceContext;
import ai.meddoc.mention.WordRuns;
import ai.meddoc.section.Section;
import ai.meddoc.section.Sectionizer;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.SentenceSplitter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A document by the phrases that it says of the patient without denying them.
 *
 * @param phrases runs of one to three folded words
 * @param codes what people gave the document
 */
record PhraseDocument(Set<String> phrases, Set<String> codes) {

    /** Words that begin or end no phrase, beside those without meaning for matching. */
    private static final Set<String> LOOSE = Set.of(
            "he", "she", "it", "we", "they", "were", "has", "had", "have", "been", "being", "after", "before", "during",
            "patient", "who", "no", "not", "than", "more", "less", "very", "there", "other", "one", "two", "three",
            "four", "both", "also", "but", "then", "when", "without", "where", "while", "through", "year", "old",
            "month", "day", "week", "hour", "man", "woman", "male", "female");

    /** Reads documents with the engine's own steps. */
    static final class Reader {

        private final Sectionizer sectionizer = Sectionizer.load();
        private final SentenceSplitter splitter = SentenceSplitter.load();
        private final AssertionDetector detector = AssertionDetector.load();

        PhraseDocument read(LabelledDocument document) {
            DocumentText text = DocumentText.of(document.text());
            List<Section> sections = sectionizer.sectionize(text);
            List<Sentence> sentences = splitter.split(text);
            List<SentenceContext> contexts = detector.contextsOf(text, sentences, sections);
            Set<String> phrases = new HashSet<>();
            for (int s = 0; s < sentences.size(); s++) {
                for (WordRuns.Run run : WordRuns.of(text.text(), sentences.get(s))) {
                    if (isPhrase(run.phrase()) && isSaid(contexts.get(s).assertionOf(run.span()))) {
                        phrases.add(run.phrase());
                    }
                }
            }
            return new PhraseDocument(phrases, document.codes());
        }

        private static boolean isSaid(Assertion assertion) {
            return assertion.experiencer() == Assertion.Experiencer.PATIENT
                    && (assertion.presence() == Assertion.Presence.PRESENT
                            || assertion.presence() == Assertion.Presence.POSSIBLE);
        }

        private static boolean isPhrase(String phrase) {
            String[] words = phrase.split(" ");
            return isTelling(words[0])
                    && isTelling(words[words.length - 1])
                    && phrase.length() > 2
                    && phrase.chars().noneMatch(Character::isDigit);
        }

        private static boolean isTelling(String word) {
            return !Vocabulary.isStopWord(word) && !LOOSE.contains(word);
        }
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "PhraseDocument[" + phrases.size() + " phrases, " + codes.size() + " codes]";
    }
}
