package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in notes that are written without capitals, where a word's form says nothing. Immutable. */
final class LowerCaseNames {

    private static final double FEW = 0.025;
    private static final Pattern TITLED =
            Pattern.compile("(?:dr|doctor|mr|mrs|ms|miss|named|called|is dr)\\.? +(?:[a-z]\\. )?");

    private final Lexicon lexicon;
    private final Set<String> stops = WordList.load("after-announcement.txt");

    private final Pattern announced;
    private final Pattern initial;
    private final Pattern word;
    private final Pattern pair;

    LowerCaseNames(Lexicon lexicon, PatternParts parts) {
        this.lexicon = lexicon;
        this.announced = parts.part("LOWER_ANNOUNCED");
        this.initial = parts.part("LOWER_INITIAL");
        this.word = parts.part("LOWER_WORD");
        this.pair = parts.part("LOWER_PAIR");
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
        Matcher matcher = announced.matcher(text);
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            boolean titled = TITLED.matcher(text.substring(matcher.start(), matcher.start("v")))
                    .matches();
            add(text, NameFinder.words(text, matcher.start("v"), matcher.end("v")), titled, found);
        }
        each(initial, text, found, word -> true);
        each(word, text, found, lexicon::isTelling);
        each(pair, text, found, this::isPair);
    }

    /** Two words, the first a given name and nothing else, the second a surname or no word at all. */
    private boolean isPair(String words) {
        String first = words.substring(0, words.indexOf(' '));
        String second = words.substring(words.indexOf(' ') + 1);
        boolean given = lexicon.isGiven(first) && lexicon.isTelling(first);
        return given && !stops.contains(second) && (lexicon.isTelling(second) || !lexicon.isKnown(second));
    }

    private void add(String text, List<Span> words, boolean titled, List<Identifier> found) {
        int end = -1;
        for (Span span : words) {
            if (!isName(NameFinder.word(text, span), titled || end >= 0)) {
                break;
            }
            end = span.end();
        }
        if (end >= 0) {
            found.add(new Identifier(IdentifierKind.NAME, new Span(words.get(0).start(), end), true));
        }
    }

    private boolean isName(String word, boolean titled) {
        boolean listed = (lexicon.isGiven(word) || lexicon.isSurname(word))
                && (titled || lexicon.isGiven(word) || !lexicon.isWord(word));
        boolean unknown = word.length() > 3 && !lexicon.isKnown(word);
        return word.length() == 1 || ((listed || unknown) && !stops.contains(word));
    }

    private static void each(
            Pattern pattern, String text, List<Identifier> found, java.util.function.Predicate<String> test) {
        Matcher matcher = pattern.matcher(text);
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            if (test.test(matcher.group("v"))) {
                found.add(new Identifier(IdentifierKind.NAME, new Span(matcher.start("v"), matcher.end("v")), true));
            }
        }
    }
}
