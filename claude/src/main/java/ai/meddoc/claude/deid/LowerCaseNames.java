package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in notes that are written without capitals, where a word's form says nothing. Immutable. */
final class LowerCaseNames {

    private static final double FEW = 0.025;

    private final Lexicon lexicon;
    private final Set<String> stops = WordList.load("after-announcement.txt");

    LowerCaseNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a text hardly has capitals. */
    static boolean applies(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        return letters > 0 && capitals < FEW * letters;
    }

    void addTo(String text, List<Identifier> found) {
        if (!applies(text)) {
            return;
        }
        Matcher announced = NamePatterns.LOWER_ANNOUNCED.matcher(text);
        for (int from = 0; announced.find(from); from = announced.start() + 1) {
            boolean second = text.startsWith("and", announced.start());
            add(text, NameFinder.words(text, announced.start("v"), announced.end("v")), second ? 2 : 1, found);
        }
        each(NamePatterns.LOWER_INITIAL, text, found, word -> true);
        each(NamePatterns.LOWER_WORD, text, found, lexicon::isTelling);
    }

    private void add(String text, List<Span> words, int least, List<Identifier> found) {
        int end = -1;
        int count = 0;
        for (Span span : words) {
            String word = NameFinder.word(text, span);
            boolean name =
                    word.length() == 1 || ((lexicon.isGiven(word) || lexicon.isSurname(word)) && !stops.contains(word));
            if (!name) {
                break;
            }
            end = span.end();
            count++;
        }
        if (count >= least) {
            found.add(new Identifier(IdentifierKind.NAME, new Span(words.get(0).start(), end), true));
        }
    }

    private static void each(
            Pattern pattern, String text, List<Identifier> found, java.util.function.Predicate<String> test) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (test.test(matcher.group("v"))) {
                found.add(new Identifier(IdentifierKind.NAME, new Span(matcher.start("v"), matcher.end("v")), true));
            }
        }
    }
}
