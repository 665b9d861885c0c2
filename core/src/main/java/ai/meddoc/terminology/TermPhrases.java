package ai.meddoc.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From a title or inclusion term to the phrases that a text may contain: nonessential modifiers in brackets dropped, NOS,
 * NEC and "unspecified" stripped, inverted titles left as they are since word order does not matter.
 */
final class TermPhrases {

    private static final Pattern BRACKETS = Pattern.compile("\\s*[\\[(][^\\])]{0,200}[\\])]");
    private static final Pattern NOISE = Pattern.compile(
            "\\b(?:unspecified|not otherwise specified|not elsewhere classified|NOS|NEC|elsewhere classified|site unspecified|"
                    + "unspecified site|organism unspecified|so stated)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNUSABLE = Pattern.compile(
            "\\b(?:without|not|other|others|except|classified|encounter for other|specified|sequela|"
                    + "following conditions|conditions in)\\b",
            Pattern.CASE_INSENSITIVE);

    private TermPhrases() {}

    /** The usable phrases of a title or inclusion term; empty when it says what a thing is not. */
    static List<String> of(String title) {
        String bare = NOISE.matcher(BRACKETS.matcher(title).replaceAll("")).replaceAll(" ");
        if (UNUSABLE.matcher(bare).find()) {
            return List.of();
        }
        List<String> phrases = new ArrayList<>();
        phrases.add(bare);
        if (title.indexOf('(') >= 0 && !UNUSABLE.matcher(title).find()) {
            phrases.add(NOISE.matcher(title).replaceAll(" ").replace('(', ' ').replace(')', ' '));
        }
        return phrases;
    }
}
