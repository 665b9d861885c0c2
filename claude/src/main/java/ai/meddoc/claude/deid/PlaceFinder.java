package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds cities that are named without state or street. Whole states are no identifiers. Immutable; thread-safe. */
final class PlaceFinder {

    private static final Set<String> STATES_AND_WORDS = Set.of("mobile", "mesa", "reno", "bend", "aurora", "flint");

    private final Pattern cities;

    private PlaceFinder(Pattern cities) {
        this.cities = cities;
    }

    static PlaceFinder load() {
        Set<String> places = WordList.load("places.txt");
        String alternatives = places.stream()
                .filter(place -> !Usa.isState(place) && !STATES_AND_WORDS.contains(place))
                .sorted((a, b) -> b.length() - a.length())
                .map(PlaceFinder::capitalised)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return new PlaceFinder(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])"));
    }

    private static String capitalised(String place) {
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (char c : place.replace('_', ' ').toCharArray()) {
            name.append(start ? Character.toUpperCase(c) : c);
            start = c == ' ' || c == '-';
        }
        return name.toString();
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        Matcher matcher = cities.matcher(text);
        while (matcher.find()) {
            found.add(new Identifier(IdentifierKind.LOCATION, new Span(matcher.start(), matcher.end()), true));
        }
        return found;
    }
}
