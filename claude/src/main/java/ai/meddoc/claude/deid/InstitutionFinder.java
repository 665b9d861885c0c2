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
    private static final Set<String> SMALL = Set.of("of", "de", "and", "the", "la", "del", "on", "at", "am");

    private static final Set<String> SHORTENED =
            Set.of("St.", "Ste.", "Mt.", "Ft.", "Dr.", "Univ.", "Med.", "Hosp.", "Mem.", "Gen.", "Co.", "Sgt.", "Ctr.");

    private final Lexicon lexicon;
    private final Set<String> lastWords = WordList.load("institution-words.txt");
    private final Set<String> tradeWords = WordList.load("trade-words.txt");

    private final Pattern trigger;

    InstitutionFinder(Lexicon lexicon, PatternParts parts) {
        this.lexicon = lexicon;
        this.trigger = parts.part("INSTITUTION_TRIGGER");
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
        announced(text, words, found);
        return found;
    }

    /** What a person works at, owns or is brought to, if it is written as a name of two words or more. */
    private void announced(String text, List<Span> words, List<Identifier> found) {
        Matcher matcher = trigger.matcher(text);
        while (matcher.find()) {
            int first = 0;
            while (first < words.size() && words.get(first).start() < matcher.end()) {
                first++;
            }
            if (first + 1 < words.size() && words.get(first).start() == matcher.end()) {
                int proper = folded(words.get(first).of(text)).equals("the") ? first + 1 : first;
                int last = capitals(text, words, proper);
                if (last > proper && isNamed(text, words.subList(proper, last + 1))) {
                    Span name = new Span(words.get(first).start(), end(text, words, last));
                    found.add(new Identifier(IdentifierKind.LOCATION, name, true));
                }
            }
        }
    }

    /** The last of the capitalised words that follow each other from here, small ones between them allowed. */
    private static int capitals(String text, List<Span> words, int first) {
        int last = first - 1;
        for (int i = first; i < Math.min(words.size(), first + MOST_WORDS); i++) {
            String gap = i == first
                    ? " "
                    : text.substring(words.get(i - 1).end(), words.get(i).start());
            boolean joined = (gap.equals(" ") || gap.equals(" & ") || gap.equals("-"))
                    && (i == first || !endsSentence(text, words.get(i - 1)));
            if (joined && isCapital(text, words.get(i))) {
                last = i;
            } else if (!joined || !SMALL.contains(words.get(i).of(text))) {
                break;
            }
        }
        return last;
    }

    /** As {@link #isProper}, but capitals are no heading here. */
    private boolean isNamed(String text, List<Span> words) {
        return words.stream()
                .map(span -> folded(span.of(text)))
                .anyMatch(w -> w.length() > 1
                        && !tradeWords.contains(w)
                        && !lastWords.contains(w)
                        && !SMALL.contains(w)
                        && !lexicon.isNeverAlone(w)
                        && !lexicon.isMedical(w));
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
            boolean joined = (between.equals(" ") || between.equals(" & ") || between.equals("-"))
                    && !endsSentence(text, words.get(i - 1));
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

    /** A full stop after more than an abbreviation. */
    private static boolean endsSentence(String text, Span word) {
        return word.length() > 2 && text.charAt(word.end() - 1) == '.' && !SHORTENED.contains(word.of(text));
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
                    && (word.length() <= SHORT || lexicon.isClinical(word) || trade);
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
