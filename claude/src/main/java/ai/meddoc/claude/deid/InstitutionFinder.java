package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds institutions by the last word of their names ("Huron Pediatrics", "Linn County Jail"), and those named after a town
 * ("Heart Hospital of Amarillo"). Words of the trade alone ("Primary Care") and headings are none. Immutable; thread-safe.
 */
final class InstitutionFinder {

    static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}.'\\u2019-]*");

    private static final int MOST_WORDS = 7;
    private static final int SHORT = 3;
    private static final Set<String> SMALL = Set.of("of", "de", "and", "the", "la", "del");

    private final Lexicon lexicon;
    private final Set<String> lastWords = WordList.load("institution-words.txt");
    private final Set<String> tradeWords = WordList.load("trade-words.txt");

    InstitutionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Identifier> find(String text) {
        List<Span> words = words(text);
        List<Identifier> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int last = last(text, words, i);
            if (last > i && isProper(text, words.subList(i, last + 1))) {
                Span name = new Span(words.get(i).start(), end(text, words, last));
                found.add(new Identifier(IdentifierKind.LOCATION, name, true));
                i = last;
            }
        }
        return found;
    }

    static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return words;
    }

    /** The index of the last word of a name that begins here, -1 when none does. */
    private int last(String text, List<Span> words, int first) {
        if (!isCapital(text, words.get(first))) {
            return -1;
        }
        int last = lastWords.contains(folded(words.get(first).of(text))) ? first : -1;
        for (int i = first + 1; i < Math.min(words.size(), first + MOST_WORDS); i++) {
            String between = text.substring(words.get(i - 1).end(), words.get(i).start());
            boolean joined = between.equals(" ") || between.equals(" & ") || between.equals("-");
            boolean small = SMALL.contains(words.get(i).of(text));
            if (!joined || (!small && !isCapital(text, words.get(i)))) {
                break;
            }
            last = lastWords.contains(folded(words.get(i).of(text))) ? i : last;
        }
        boolean ofTown = last >= 0
                && last + 2 < words.size()
                && words.get(last + 1).of(text).equals("of")
                && isCapital(text, words.get(last + 2))
                && text.charAt(words.get(last + 1).end()) == ' ';
        return ofTown ? last + 2 : last;
    }

    private static int end(String text, List<Span> words, int last) {
        Span span = words.get(last);
        return span.start() + folded(span.of(text)).length();
    }

    /** Whether one of the words is of no trade, and the whole is no heading in capitals. */
    private boolean isProper(String text, List<Span> words) {
        boolean heading = true;
        boolean proper = false;
        boolean first = true;
        for (Span span : words) {
            String word = span.of(text);
            String folded = folded(word);
            boolean trade = tradeWords.contains(folded) || lastWords.contains(folded) || SMALL.contains(folded);
            proper |= !trade && word.length() > 1 && (!first || !lexicon.isNeverAlone(folded));
            heading &= word.equals(word.toUpperCase(Locale.ROOT))
                    && (word.length() <= SHORT || lexicon.isWord(word) || trade);
            first = false;
        }
        return proper && !heading;
    }

    private static boolean isCapital(String text, Span word) {
        return Character.isUpperCase(text.charAt(word.start()));
    }

    static String folded(String word) {
        String folded = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
