package ai.meddoc.summary;

import ai.meddoc.text.Span;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells lines that no summary quotes: letterheads, names and numbers of patients, signatures, table headings. */
final class Noise {

    private static final Pattern SIGNED = Pattern.compile(
            "^\\W*(?:e-?signed|electronically|signed|dictated|transcribed|read by|reviewed by|verified by|authenticated|attending\\b[^:]{0,12}:"
                    + "|provider:|radiologist\\b|interpreted by|reported by|sincerely|with kind regards|kind regards|yours|page \\d|end of report|cc:|dr\\.? "
                    + "|\\*{2,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{1,4}[/.-](?:\\d{1,2}|[A-Za-z]{3})[/.-]\\d{2,4}\\b|\\b\\d{1,2} [A-Z][a-z]{2,8},? \\d{4}\\b|\\b[A-Z][a-z]{2,8} \\d{1,2}, \\d{4}\\b");
    private static final Pattern COLUMNS = Pattern.compile("\\S\\h{3,}\\S|_{3,}|\\|.*\\||\\.{4,}|\\^");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)?");
    private static final int SHORT = 9;

    private final CueWords cues;

    Noise(CueWords cues) {
        this.cues = cues;
    }

    /**
     * @param text of the document
     * @param line a sentence or a line
     * @param placed whether a heading or label says what it is there for
     */
    boolean is(String text, Span line, boolean placed) {
        String said = line.of(text);
        String[] words = CueWords.of(said);
        if (said.chars().filter(Character::isLetter).count() < 2 || isTableHead(words) || isSignature(said, words)) {
            return true;
        }
        int identity = cues.count("identity", words);
        boolean dated = DATE.matcher(said).find();
        if (identity >= 2 || identity == 1 && dated && words.length < 2 * SHORT) {
            return true;
        }
        boolean says = cues.count("remark", words) > 0 || cues.count("act", words) > 0;
        boolean brief = words.length < SHORT && !says && (identity == 1 || dated);
        return !placed
                && (brief || !says && isTitle(said) || COLUMNS.matcher(said).find());
    }

    private boolean isTableHead(String[] words) {
        int heads = cues.count("column", words);
        return heads >= 3 && heads * 5 >= words.length * 2 && cues.count("remark", words) == 0;
    }

    private boolean isSignature(String said, String[] words) {
        if (words.length > 2 * SHORT) {
            return false;
        }
        if (SIGNED.matcher(said).find()) {
            return words.length <= SHORT || !said.toLowerCase(Locale.ROOT).startsWith("dr");
        }
        int last = words.length - 1;
        while (last > 0 && (words[last].length() <= 1 || Character.isDigit(words[last].charAt(0)))) {
            last--;
        }
        return words.length <= SHORT + 2 && last > 0 && cues.is("credential", words[last]) && isName(said, words[last]);
    }

    /** Credentials stand in capitals; "do", "od" and "pa" are words otherwise. */
    private static boolean isName(String said, String credential) {
        return said.contains(credential.toUpperCase(Locale.ROOT)) || !credential.equals("do") && said.length() < 30;
    }

    /** A line in capitals without a closing stop, or words that all begin with a capital. */
    static boolean isTitle(String said) {
        if (said.endsWith(".") && said.length() > 30 || said.endsWith("!") || said.length() > 120) {
            return false;
        }
        int lower = 0;
        for (String word : BRACKETS.matcher(said).replaceAll(" ").split("\\s+")) {
            lower += !word.isEmpty() && Character.isLowerCase(word.charAt(0)) && word.length() > 3 ? 1 : 0;
        }
        return lower == 0;
    }
}
