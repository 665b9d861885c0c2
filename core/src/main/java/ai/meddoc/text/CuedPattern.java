package ai.meddoc.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is tried only where the text has the two characters that one of its matches may begin with.
 * Finds what {@link Matcher#find()} finds, in a fraction of its time where matches are rare. Immutable; thread-safe.
 */
public final class CuedPattern {

    private final Pattern pattern;
    /** Read when first asked for: most of a thousand patterns wait for words that a document lacks. */
    private volatile @Nullable FirstCharacters read;

    private CuedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    public static CuedPattern of(Pattern pattern) {
        return new CuedPattern(pattern);
    }

    public static CuedPattern compile(String regex) {
        return new CuedPattern(Pattern.compile(regex));
    }

    /** The empty expression, which stands for none. */
    public boolean isEmpty() {
        return pattern.pattern().isEmpty();
    }

    public boolean isIn(CharSequence text) {
        return find(text, 0) != null;
    }

    /** The first match at an offset or after it; null for none. */
    public @Nullable Matcher find(CharSequence text, int from) {
        FirstCharacters first = first();
        if (first.areAny()) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find(from) ? matcher : null;
        }
        int at = first.next(text, from);
        if (at == text.length()) {
            return null;
        }
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (; at < text.length(); at = first.next(text, at + 1)) {
            if (matcher.region(at, text.length()).lookingAt()) {
                return matcher;
            }
        }
        return null;
    }

    /** Two threads may read it at once, and read the same. */
    private FirstCharacters first() {
        FirstCharacters known = read;
        if (known == null) {
            known = FirstCharacters.of(pattern);
            read = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
