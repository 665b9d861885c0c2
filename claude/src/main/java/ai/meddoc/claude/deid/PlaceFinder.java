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
    private static final Pattern STATE_AFTER = Pattern.compile("[ ,]+[a-z]{2}[ ,]+\\d{5}\\b");
    private static final Pattern BEFORE_PLACE = Pattern.compile(
            "(?:\\b(?:in|from|near|at|to|of|outside|around|via|lives?|moved|flew|drove|scene)|[,(@]|\\bPharmacy:)[ ]$");
    private static final Pattern NOT_PLACE_AFTER = Pattern.compile(
            "[ ](?:prep|naming|test|criteria|scale|score|angle|line|disease|syndrome|sign|classification|categories|fracture|\\d)",
            Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final Set<String> places = new HashSet<>();

    PlaceFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
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
                    return place;
                }
            }
        }
        return NONE;
    }

    /** Without a capital only where state and postal code follow, or where nothing has capitals and a place is announced. */
    private boolean isLower(String text, Span place, boolean lowerCase) {
        boolean withState =
                STATE_AFTER.matcher(text).region(place.end(), text.length()).lookingAt();
        return withState || (lowerCase && isAnnounced(text, place) && !lexicon.isKnown(place.of(text)));
    }

    private boolean isUpper(String text, Span place, int words) {
        String name = place.of(text);
        boolean abbreviation = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() <= LONGEST;
        boolean other =
                NOT_PLACE_AFTER.matcher(text).region(place.end(), text.length()).lookingAt();
        if (!isCapitalised(name) || abbreviation || other) {
            return false;
        }
        if (isAnnounced(text, place)) {
            return !lexicon.isNeverAlone(name);
        }
        boolean usual = words == 1 && (lexicon.isKnown(name) || lexicon.isEponym(name));
        return !usual && (words > 1 || !lexicon.isGiven(name));
    }

    private static boolean isAnnounced(String text, Span place) {
        String before = text.substring(Math.max(0, place.start() - LOOK_BACK), place.start());
        return BEFORE_PLACE.matcher(before).find();
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
