package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds towns that are named without state or street. Immutable; thread-safe. */
final class PlaceFinder {

    private static final int LONGEST = 4;
    private static final int LOOK_BACK = 14;
    private static final Span NONE = new Span(0, 0);
    private final Lexicon lexicon;
    private final Set<String> places = new HashSet<>();

    private final Pattern stateAfter;
    private final Pattern before;
    private final Pattern notAfter;

    PlaceFinder(Lexicon lexicon, PatternParts parts) {
        this.lexicon = lexicon;
        this.stateAfter = parts.part("STATE_AFTER");
        this.before = parts.part("BEFORE_PLACE");
        this.notAfter = parts.part("NOT_PLACE_AFTER");
        WordList.load("places.txt").forEach(place -> places.add(place.replace('_', ' ')));
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        List<Span> words = InstitutionFinder.words(text);
        boolean lower = LowerCaseNames.applies(text);
        for (int i = 0; i < words.size(); i++) {
            Span place = place(text, words, i, lower);
            if (place.length() > 0) {
                found.add(new Identifier(IdentifierKind.LOCATION, place, true));
            }
        }
        return found;
    }

    private Span place(String text, List<Span> words, int first, boolean lowerCase) {
        Span start = words.get(first);
        boolean lower = !Character.isUpperCase(text.charAt(start.start()));
        for (int n = Math.min(LONGEST, words.size() - first); n > 0; n--) {
            Span span = start.cover(words.get(first + n - 1));
            String folded = InstitutionFinder.folded(span.of(text));
            if (span.length() <= LONGEST * LOOK_BACK && places.contains(folded)) {
                Span place = new Span(span.start(), span.start() + folded.length());
                if (lower ? isLower(text, place, lowerCase) : isUpper(text, place, n)) {
                    return lower ? place : extended(text, words, first + n, place);
                }
            }
        }
        return NONE;
    }

    /** With the capitalised words that follow: "Denver Rescue Mission". */
    private static Span extended(String text, List<Span> words, int next, Span place) {
        Span whole = place;
        for (int i = next; i < Math.min(words.size(), next + LONGEST); i++) {
            Span word = words.get(i);
            String gap = text.substring(whole.end(), word.start());
            boolean title = word.length() > 2
                    && isCapitalised(word.of(text))
                    && Character.isLowerCase(text.charAt(word.start() + 1));
            if (!title || !(gap.equals(" ") || gap.equals(" & "))) {
                break;
            }
            whole = new Span(
                    place.start(),
                    word.start() + InstitutionFinder.folded(word.of(text)).length());
            if (text.charAt(word.end() - 1) == '.') {
                break;
            }
        }
        return whole;
    }

    /** Without a capital only where state and postal code follow, or where nothing has capitals and a place is announced. */
    private boolean isLower(String text, Span place, boolean lowerCase) {
        boolean withState =
                stateAfter.matcher(text).region(place.end(), text.length()).lookingAt();
        return withState || (lowerCase && isAnnounced(text, place) && !lexicon.isKnown(place.of(text)));
    }

    private boolean isUpper(String text, Span place, int words) {
        String name = place.of(text);
        boolean abbreviation = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() <= LONGEST;
        boolean other =
                notAfter.matcher(text).region(place.end(), text.length()).lookingAt();
        if (!isCapitalised(name) || abbreviation || other) {
            return false;
        }
        if (isAnnounced(text, place)) {
            return !lexicon.isNeverAlone(name);
        }
        boolean usual = words == 1 && (lexicon.isKnown(name) || lexicon.isEponym(name));
        return !usual && (words > 1 || !lexicon.isGiven(name));
    }

    private boolean isAnnounced(String text, Span place) {
        String before = text.substring(Math.max(0, place.start() - LOOK_BACK), place.start());
        return this.before.matcher(before).find();
    }

    private static boolean isCapitalised(String name) {
        for (String word : name.split("[ -]", -1)) {
            if (!word.isEmpty() && !Character.isUpperCase(word.charAt(0))) {
                return false;
            }
        }
        return name.indexOf('\n') < 0;
    }
}
