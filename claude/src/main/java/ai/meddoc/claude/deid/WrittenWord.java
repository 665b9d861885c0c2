package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word as it is written: where it stands, its letters, and whether its capital is its own or the sentence's.
 *
 * @param span without a possessive
 * @param gap what stands between the word before and this one
 * @param form how its letters are written
 */
record WrittenWord(Span span, String letters, String gap, Form form) {

    /** How the letters of a word are written. */
    enum Form {
        SMALL,
        TITLE,
        CAPITALS,
        /** As "HBsAg". */
        MIXED
    }

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{M}]*+(?:['\u2019]\\p{L}++){0,2}"
                    + "(?:-\\p{L}++(?:['\u2019]\\p{L}++){0,2}){0,4}+(?!\\p{N})");

    /** With one capital, or two where names have two: "McKay", "O'Hara", "DeShawn", "d'Aubigny", "Smith-Jones". */
    private static final Pattern TITLE = Pattern.compile(
            "(?:(?:Mc|Mac|De|Di|Du|La|Le|Lo|Da|Van|Von|Fitz|Ma|Al|El|Ja|Mi|[OD]['\u2019]|[dl]['\u2019])?\\p{Lu}[\\p{Ll}\\p{M}]*+"
                    + "(?:['\u2019]\\p{L}?\\p{Ll}*+)?)(?:-(?:(?:Mc|Mac|De|La|Le|[OD]['\u2019])?\\p{Lu}?[\\p{Ll}\\p{M}]*+)){0,4}");

    static List<WrittenWord> of(String text) {
        List<WrittenWord> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int before = 0;
        while (matcher.find()) {
            int end = matcher.end() - possessive(matcher.group());
            String letters = text.substring(matcher.start(), end);
            Span span = new Span(matcher.start(), end);
            words.add(new WrittenWord(span, letters, text.substring(before, matcher.start()), form(letters)));
            before = matcher.end();
        }
        return words;
    }

    private static int possessive(String word) {
        boolean ends = word.length() > 2
                && (word.endsWith("'s") || word.endsWith("\u2019s") || word.endsWith("'S") || word.endsWith("\u2019S"));
        return ends ? 2 : 0;
    }

    private static Form form(String letters) {
        if (letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT))) {
            return Form.CAPITALS;
        }
        if (TITLE.matcher(letters).matches()) {
            return Form.TITLE;
        }
        return letters.equals(letters.toLowerCase(Locale.ROOT)) ? Form.SMALL : Form.MIXED;
    }

    boolean isTitle() {
        return form == Form.TITLE && letters.length() > 1;
    }

    /** Whether only a blank stands between the word before and this one. */
    boolean follows() {
        return gap.equals(" ");
    }
}
