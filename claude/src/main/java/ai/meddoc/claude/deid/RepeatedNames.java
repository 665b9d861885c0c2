package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parts of names again, in one pass: a part that is no other word wherever it stands, a part that is one ("Rose",
 * "May") where it is written as a name and stands as one. Immutable.
 */
final class RepeatedNames {

    private static final int SHORT = 2;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\u2019']*(?:-\\p{L}+){0,4}");
    private final Lexicon lexicon;
    private final Pattern acts;

    /** @param acts what a person does, right after the name */
    RepeatedNames(Lexicon lexicon, Pattern acts) {
        this.lexicon = lexicon;
        this.acts = acts;
    }

    List<Identifier> of(String text, List<Identifier> names) {
        Set<String> parts = new HashSet<>();
        for (Identifier name : names) {
            Matcher words =
                    WORD.matcher(text).region(name.span().start(), name.span().end());
            while (words.find()) {
                if (words.group().length() > SHORT) {
                    parts.add(folded(words.group()));
                }
            }
        }
        List<Identifier> found = new ArrayList<>();
        boolean lowerCase = LowerCaseNames.applies(text);
        Matcher words = WORD.matcher(text);
        while (!parts.isEmpty() && words.find()) {
            String part = folded(words.group());
            Span span = new Span(words.start(), words.start() + part.length());
            if (parts.contains(part) && isName(text, span, part, lowerCase)) {
                found.add(new Identifier(IdentifierKind.NAME, span, true));
            }
        }
        return found;
    }

    /** In small letters, without a possessive. */
    private static String folded(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        boolean possessive = folded.endsWith("'s") || folded.endsWith("\u2019s");
        return possessive ? folded.substring(0, folded.length() - 2) : folded;
    }

    private boolean isName(String text, Span span, String part, boolean lowerCase) {
        if (!lexicon.isKnown(part)) {
            return true;
        }
        String written = span.of(text);
        boolean title = Character.isUpperCase(written.charAt(0))
                && written.substring(1).equals(written.substring(1).toLowerCase(Locale.ROOT));
        boolean acting =
                this.acts.matcher(text).region(span.end(), text.length()).lookingAt();
        boolean small = lowerCase && written.equals(part);
        return (small && acting) || title && (acting || NameFinder.isInRunningText(text, span));
    }
}
