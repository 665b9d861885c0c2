package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the codes that a note names: {@code J12-J18}, {@code N18.-}, {@code (I50.-, I51.4-I51.7)}. Codes restricted by
 * their characters ({@code T36-T50 with fifth or sixth character 5}) are written out one by one, so that nobody
 * downstream takes the restriction for the whole range.
 */
final class NoteCodes {
    private static final String CODE = "[A-Z][0-9A-Z]{2}(?:\\.[0-9A-Z]{1,4})?";
    private static final Pattern NAMED = Pattern.compile("(?<![0-9A-Za-z.])(" + CODE + ")(?![0-9A-Za-z])"
            + "(?:\\.?-{0,2}\\s?(?:-|to)\\s?(" + CODE + ")(?![0-9A-Za-z]))?");
    private static final Pattern WITH = Pattern.compile("\\(([^()]*?),?\\s?with ([^()]*)\\)");

    private final NavigableMap<Long, String> titles;

    /** Over all codes of the release, with their full titles. */
    NoteCodes(NavigableMap<Long, String> titles) {
        this.titles = titles;
    }

    /** In the order of the note, each once: codes, or ranges with a hyphen. */
    List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        int from = 0;
        Matcher with = WITH.matcher(text);
        while (with.find()) {
            addNamed(text.substring(from, with.start()), found);
            addRestricted(with.group(1), with.group(2), found);
            from = with.end();
        }
        addNamed(text.substring(from), found);
        return List.copyOf(found);
    }

    private void addNamed(String text, Set<String> into) {
        for (Range range : ranges(text)) {
            into.add(range.toString());
        }
    }

    private void addRestricted(String codes, String restriction, Set<String> into) {
        CharacterRestriction characters = CharacterRestriction.parse(restriction);
        for (Range range : ranges(codes)) {
            if (characters == null) {
                into.add(range.toString());
            } else {
                expand(range, characters, into);
            }
        }
    }

    private void expand(Range range, CharacterRestriction characters, Set<String> into) {
        long last = CodeKey.NONE;
        for (long key : titles.tailMap(range.from, true).keySet()) {
            if (key > range.to && !CodeKey.startsWith(key, range.to)) {
                return;
            }
            boolean below = last != CodeKey.NONE && CodeKey.startsWith(key, last);
            if (!below && characters.allows(key, titles)) {
                into.add(CodeKey.format(key));
                last = key;
            }
        }
    }

    private List<Range> ranges(String text) {
        List<Range> ranges = new ArrayList<>();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            long from = CodeKey.of(named.group(1));
            long to = named.group(2) == null ? from : CodeKey.of(named.group(2));
            if (from <= to && (isKnown(from) || isKnown(to))) {
                ranges.add(new Range(from, to));
            }
        }
        return ranges;
    }

    /** Whether the release has the category; A30-A49 may begin or end with one that it has not. */
    private boolean isKnown(long key) {
        long category = key & -1L << 8 * (CodeKey.LONGEST - 3);
        return titles.containsKey(category);
    }

    private record Range(long from, long to) {
        @Override
        public String toString() {
            return from == to ? CodeKey.format(from) : CodeKey.format(from) + "-" + CodeKey.format(to);
        }
    }
}
