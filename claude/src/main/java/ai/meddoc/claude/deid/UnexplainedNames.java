package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes for a name what nothing explains: a capitalised word of no vocabulary wherever it stands, and a word of the language
 * whose capital the sentence does not ask for. What stands beside it with a capital belongs to it. Immutable; thread-safe.
 */
final class UnexplainedNames {

    private static final int SHORTEST = 3;
    private static final int SHORTEST_CAPITALS = 4;
    private static final int LONGEST_RUN = 6;
    private static final double MOSTLY = 0.7;
    private static final Pattern VOWEL = Pattern.compile("[AEIOUY\\u00c0-\\u017f]");
    private static final Set<String> JOINING = Set.of(" ", " & ", "-", ". ", " \"", "\" ", " (\"");
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "de la", "van", "von", "der", "den", "la", "of", "the", "y", "and", "da", "dos", "di", "du",
            "bin", "al", "el");
    private static final Set<String> SUFFIXES = Set.of("Jr", "Sr", "II", "III", "IV", "JR", "SR");
    private static final Set<String> OPENING = Set.of(", ", " (", " \"", " - ", " / ", "/");
    private static final Set<String> NOBLE = Set.of("Van", "Von", "De", "Del", "La", "Le", "Mac", "St", "Di", "Da");
    private static final Set<String> PLACED =
            Set.of("in", "at", "from", "to", "near", "outside", "via", "toward", "towards");

    private final Lexicon lexicon;
    private final Set<String> institutionWords = WordList.load("institution-words.txt");
    private final Pattern eponym;
    private final Pattern acts;

    UnexplainedNames(Lexicon lexicon, PatternParts parts) {
        this.lexicon = lexicon;
        this.eponym = parts.part("EPONYM");
        this.acts = parts.part("ACTS");
    }

    List<Identifier> find(String text) {
        List<WrittenWord> words = WrittenWord.of(text);
        boolean capitals = isInCapitals(text);
        List<Identifier> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (isSeed(text, words, i, capitals)) {
                int first = first(words, i);
                int last = last(words, i);
                Span span = words.get(first).span().cover(words.get(last).span());
                found.add(new Identifier(kind(words, first, last), span, isSure(words, first, last)));
                i = last;
            }
        }
        return found;
    }

    private boolean isSure(List<WrittenWord> words, int first, int last) {
        return words.subList(first, last + 1).stream().anyMatch(w -> lexicon.isTelling(w.letters()));
    }

    private IdentifierKind kind(List<WrittenWord> words, int first, int last) {
        boolean institution = last > first
                && institutionWords.contains(Vocabulary.folded(words.get(last).letters()));
        boolean placed = first > 0
                && PLACED.contains(words.get(first - 1).letters())
                && words.get(first).follows();
        return institution || placed ? IdentifierKind.LOCATION : IdentifierKind.NAME;
    }

    private static boolean isInCapitals(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        return capitals > MOSTLY * letters;
    }

    private boolean isSeed(String text, List<WrittenWord> words, int i, boolean capitals) {
        WrittenWord word = words.get(i);
        return switch (word.form()) {
            case SMALL, MIXED -> false;
            case CAPITALS -> isCapitalName(word, capitals);
            case TITLE -> word.letters().length() >= SHORTEST && isTitleName(text, words, i);
        };
    }

    /** In capitals most unknown words are abbreviations; the long ones that can be spoken are not. */
    private boolean isCapitalName(WrittenWord word, boolean capitals) {
        String letters = word.letters();
        return letters.length() >= SHORTEST_CAPITALS
                && !lexicon.isKnown(letters)
                && !lexicon.isEponym(letters)
                && VOWEL.matcher(letters).find()
                && (lexicon.isTelling(letters) || letters.length() > SHORTEST_CAPITALS + (capitals ? 0 : 1));
    }

    private boolean isTitleName(String text, List<WrittenWord> words, int i) {
        WrittenWord word = words.get(i);
        if (lexicon.isEponym(word.letters())
                || eponym.matcher(text).region(word.span().end(), text.length()).lookingAt()) {
            return false;
        }
        boolean unknown = !lexicon.isKnown(word.letters())
                && !isLabel(text, word)
                && VOWEL.matcher(word.letters().toUpperCase(Locale.ROOT)).find()
                && (lexicon.isTelling(word.letters()) || !lexicon.isShortened(word.letters()));
        return unknown || isOddCapital(text, words, i) || isPair(text, words, i) || isActing(text, words.get(i));
    }

    /** A given name, though it is a word, and what people do. */
    private boolean isActing(String text, WrittenWord word) {
        return lexicon.isGiven(word.letters())
                && !lexicon.isNeverAlone(word.letters())
                && acts.matcher(text).region(word.span().end(), text.length()).lookingAt();
    }

    /** A word of the language that needs no capital where it stands, and is no word of medicine. */
    private boolean isOddCapital(String text, List<WrittenWord> words, int i) {
        WrittenWord word = words.get(i);
        if (i == 0 || isLabel(text, word)) {
            return false;
        }
        if (OPENING.contains(word.gap())) {
            return isOddPair(words, i);
        }
        if (!word.follows()) {
            return false;
        }
        WrittenWord before = words.get(i - 1);
        boolean midSentence = before.form() == WrittenWord.Form.SMALL
                || (before.form() == WrittenWord.Form.CAPITALS
                        && before.letters().length() <= SHORTEST_CAPITALS);
        boolean named = lexicon.isGiven(word.letters()) && !lexicon.isNeverAlone(word.letters());
        return midSentence && (named || !lexicon.isClinical(word.letters()));
    }

    /** "..., Third Ward Clinic": capitals that a list does not ask for. */
    private boolean isOddPair(List<WrittenWord> words, int i) {
        boolean pair = i + 1 < words.size()
                && words.get(i + 1).isTitle()
                && (words.get(i + 1).follows() || words.get(i + 1).gap().equals(" & "));
        return pair && !lexicon.isClinical(words.get(i).letters());
    }

    /** A given name and a surname, though both are words: "Faith Winters". */
    private boolean isPair(String text, List<WrittenWord> words, int i) {
        String first = words.get(i).letters();
        if (!lexicon.isGiven(first) || lexicon.isNeverAlone(first) || i + 1 >= words.size()) {
            return false;
        }
        boolean particle =
                i + 2 < words.size() && NOBLE.contains(words.get(i + 1).letters());
        WrittenWord next = words.get(particle ? i + 2 : i + 1);
        return next.isTitle()
                && next.follows()
                && lexicon.isSurname(next.letters())
                && !lexicon.isNeverAlone(next.letters())
                && (!lexicon.isClinicalAsWritten(next.letters())
                        || acts.matcher(text)
                                .region(next.span().end(), text.length())
                                .lookingAt());
    }

    private static boolean isLabel(String text, WrittenWord word) {
        int end = word.span().end();
        return end < text.length() && text.charAt(end) == ':';
    }

    private int first(List<WrittenWord> words, int seed) {
        int first = seed;
        while (first > 0 && seed - first < LONGEST_RUN && joins(words, first) && isPart(words, first - 1)) {
            first--;
        }
        return first;
    }

    private int last(List<WrittenWord> words, int seed) {
        int last = seed;
        for (int i = seed + 1; i < words.size() && i - seed <= LONGEST_RUN; i++) {
            if (words.get(i).gap().matches(",? ")
                    && SUFFIXES.contains(words.get(i).letters())) {
                return i;
            }
            boolean particle =
                    words.get(i).follows() && PARTICLES.contains(words.get(i).letters());
            if (particle) {
                continue;
            }
            if (!joins(words, i) || !isPart(words, i)) {
                break;
            }
            last = i;
        }
        return Math.max(last, institution(words, last));
    }

    /** The last word of an institution's name that goes on with words of the trade: "Ravensmoor Mental Health Team". */
    private int institution(List<WrittenWord> words, int from) {
        int last = from;
        for (int i = from + 1; i < words.size() && i - from <= LONGEST_RUN; i++) {
            WrittenWord word = words.get(i);
            boolean small = PARTICLES.contains(word.letters()) && word.follows();
            if (!small && (!(word.follows() || word.gap().equals(" & ")) || word.form() == WrittenWord.Form.SMALL)) {
                break;
            }
            boolean closes = institutionWords.contains(Vocabulary.folded(word.letters()))
                    || word.gap().equals(" & ");
            last = closes ? i : last;
        }
        return last;
    }

    private static boolean joins(List<WrittenWord> words, int i) {
        WrittenWord word = words.get(i);
        boolean initial = words.get(i - 1).letters().length() == 1;
        return JOINING.contains(word.gap()) && (!word.gap().startsWith(".") || initial);
    }

    /** Whether a word beside a name may belong to it: capitalised, and a name itself or no word of medicine. */
    private boolean isPart(List<WrittenWord> words, int i) {
        WrittenWord word = words.get(i);
        String folded = Vocabulary.folded(word.letters());
        if (word.letters().length() == 1) {
            return word.letters().equals(word.letters().toUpperCase(Locale.ROOT));
        }
        if (!word.isTitle()) {
            return word.form() == WrittenWord.Form.CAPITALS && lexicon.isTelling(word.letters());
        }
        boolean opens = i == 0 || !words.get(i).follows();
        boolean name = lexicon.isGiven(folded) || lexicon.isSurname(folded);
        return !lexicon.isKnown(folded)
                || (name && !lexicon.isNeverAlone(folded))
                || institutionWords.contains(folded)
                || (!opens && !lexicon.isClinical(folded));
    }
}
