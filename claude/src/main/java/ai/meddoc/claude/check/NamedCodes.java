package ai.meddoc.claude.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes that a document writes out, letter by letter if need be. That a code is written is no evidence of a condition, and a
 * model that repeats it may be following an order: such a code needs our own rules to find it as well. Immutable.
 */
final class NamedCodes {

    private static final Pattern CODE =
            Pattern.compile("(?<![A-Za-z0-9])[A-TV-Za-tv-z][0-9][0-9A-Za-z](?:\\.?[0-9A-Za-z]{1,4})?(?![A-Za-z0-9])");
    private static final Pattern SPACED =
            Pattern.compile("(?<!\\S)[A-TV-Za-tv-z][ \\t]{1,3}[0-9](?:[ \\t]{1,3}[0-9A-Za-z.]){1,7}(?!\\S)");
    private static final Pattern BROKEN = Pattern.compile("(?<=[A-Za-z0-9])[ \\t]*\\R[ \\t]*(?=[.0-9])");

    private final Set<String> codes;
    private final Set<String> spaced;

    private NamedCodes(Set<String> codes, Set<String> spaced) {
        this.codes = Set.copyOf(codes);
        this.spaced = Set.copyOf(spaced);
    }

    static NamedCodes in(String text) {
        Set<String> codes = new HashSet<>();
        Set<String> spaced = new HashSet<>();
        add(CODE.matcher(text), codes);
        add(CODE.matcher(BROKEN.matcher(text).replaceAll("")), codes);
        add(SPACED.matcher(text), spaced);
        return new NamedCodes(codes, spaced);
    }

    private static void add(Matcher matcher, Set<String> codes) {
        while (matcher.find()) {
            codes.add(folded(matcher.group()));
        }
    }

    private static String folded(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Whether the code is written, or one that it is a part of. */
    boolean names(String code) {
        String whole = folded(code);
        // Where a spaced code ends among other spaced letters cannot be told.
        return codes.stream().anyMatch(whole::startsWith)
                || spaced.stream().anyMatch(letters -> letters.startsWith(whole) || whole.startsWith(letters));
    }
}
