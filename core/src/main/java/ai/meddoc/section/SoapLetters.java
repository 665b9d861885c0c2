package ai.meddoc.section;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The letters S, O, A and P alone on lines or before a dash, as headings of a note (subjective, objective, assessment,
 * plan). They count where two or more stand in this order and no other letter stands so: "A" may be a grade or an item.
 * Stateless.
 */
final class SoapLetters {

    private static final String ORDER = "SOAP";
    private static final Pattern LINE =
            Pattern.compile("^[ \\t*#]*(\\p{Lu})\\.?\\**[ \\t]*(?:$|[-\\u2013\\u2014][ \\t])", Pattern.MULTILINE);

    private SoapLetters() {}

    static boolean areHeadings(String text) {
        Matcher line = LINE.matcher(text);
        int last = -1;
        int found = 0;
        while (line.find()) {
            int at = ORDER.indexOf(line.group(1));
            if (at < 0) {
                return false;
            }
            found += at > last && last >= 0 ? 1 : 0;
            last = at;
        }
        return found > 0;
    }
}
