package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What follows "with" in {@code (T36-T50 with fifth or sixth character 5)}: only some codes of the range are named. */
final class CharacterRestriction {
    private enum Where {
        /** The characters after the category begin so. */
        AFTER_DOT,
        /** The code without a 7th character ends so. */
        END,
        /** The character at a position is one of these. */
        AT,
        /** The title says so. */
        TITLE
    }

    private static final Pattern VALUE = Pattern.compile("(?<![0-9A-Za-z])([0-9])-([0-9])(?![0-9])|[0-9]+|\\b[A-Z]\\b");
    private static final Pattern POSITION = Pattern.compile("fifth|5th|sixth|six|6th|seventh|7th");

    private final Where where;
    private final int position;
    private final List<String> values;

    private CharacterRestriction(Where where, int position, List<String> values) {
        this.where = where;
        this.position = position;
        this.values = values;
    }

    /** Null when the words after "with" restrict nothing that is written in a code's characters. */
    static @Nullable CharacterRestriction parse(String words) {
        if (words.toLowerCase(Locale.ROOT).contains("open fracture")) {
            return new CharacterRestriction(Where.TITLE, 0, List.of("open fracture"));
        }
        int at = words.indexOf("character");
        List<String> values = values(at < 0 ? words : words.substring(at));
        if (values.isEmpty()) {
            return null;
        }
        if (at < 0 || words.contains(" .") && words.startsWith("final")) {
            return words.contains(".") ? new CharacterRestriction(Where.AFTER_DOT, 0, values) : null;
        }
        return byPosition(words, values);
    }

    private static CharacterRestriction byPosition(String words, List<String> values) {
        List<String> positions = new ArrayList<>();
        Matcher matcher = POSITION.matcher(words.substring(0, words.indexOf("character")));
        while (matcher.find()) {
            positions.add(matcher.group());
        }
        // "fifth or sixth" means the last one before the 7th: the intent stands 5th in T36.95, 6th in T36.0X5
        if (positions.isEmpty() || positions.size() > 1 && words.contains(" or six")) {
            return new CharacterRestriction(Where.END, 0, values);
        }
        int position = switch (positions.get(0)) {
            case "fifth", "5th" -> 5;
            case "seventh", "7th" -> 7;
            default -> 6;
        };
        return new CharacterRestriction(Where.AT, position, values);
    }

    private static List<String> values(String words) {
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(words.replaceFirst("^characters?", ""));
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                values.add(matcher.group());
                continue;
            }
            for (char c = matcher.group(1).charAt(0); c <= matcher.group(2).charAt(0); c++) {
                values.add(String.valueOf(c));
            }
        }
        return values;
    }

    boolean allows(long key, NavigableMap<Long, String> titles) {
        String code = CodeKey.format(key).replace(".", "");
        return switch (where) {
            case AFTER_DOT -> values.stream().anyMatch(value -> code.startsWith(value, 3));
            case AT -> values.stream().anyMatch(value -> code.startsWith(value, position - 1));
            case TITLE ->
                code.length() == CodeKey.LONGEST && titles.getOrDefault(key, "").contains(values.get(0));
            case END -> code.length() > 4 && isLastBeforeSeventh(key, titles) && endsWithValue(code);
        };
    }

    private boolean endsWithValue(String code) {
        return values.stream().anyMatch(code::endsWith);
    }

    private static boolean isLastBeforeSeventh(long key, NavigableMap<Long, String> titles) {
        Long next = titles.higherKey(key);
        return CodeKey.length(key) < CodeKey.LONGEST
                && (next == null || !CodeKey.startsWith(next, key) || CodeKey.length(next) == CodeKey.LONGEST);
    }
}
