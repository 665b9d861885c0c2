package ai.meddoc.summary;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells lines that no summary quotes: letterheads, names and numbers of patients, signatures, table headings. */
final class Noise {

    private static final Pattern SIGNED = Pattern.compile(
            "\\W*(?:e-?signed|electronically|signed|dictated|transcribed|read by|reviewed by|verified by|authenticated|attending\\b[^:]{0,12}:"
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
     * Whether a line is of this kind.
     *
     * @param line a sentence or a line, as printed
     * @param said its words
     * @param placed whether a heading or label says what it is there for
     */
    boolean is(String line, Said said, boolean placed) {
        boolean empty = said.count(Cue.REPEAT) == said.size() || !hasLetters(line);
        if (empty || isTableHead(said) || isSignature(line, said) || isForm(line, said)) {
            return true;
        }
        if (placed) {
            return false;
        }
        boolean says = said.has(Cue.REMARK) || said.has(Cue.ACT) || line.indexOf('$') >= 0;
        boolean brief = said.size() < SHORT && !says && (said.has(Cue.IDENTITY) || isDated(line, said));
        return brief || !says && isTitle(line) || COLUMNS.matcher(line).find();
    }

    /** Fields of who, where and when; a sentence that ends in a stop tells a story. */
    private static boolean isForm(String line, Said said) {
        int fields = said.count(Cue.IDENTITY);
        boolean form = !line.endsWith(".") || line.indexOf(':') >= 0 || said.size() < SHORT;
        return fields >= 2 && form || fields == 1 && isDated(line, said);
    }

    private static boolean isDated(String line, Said said) {
        return said.size() < 2 * SHORT && DATE.matcher(line).find();
    }

    private static boolean hasLetters(String line) {
        int letters = 0;
        for (int i = 0; i < line.length() && letters < 2; i++) {
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return letters >= 2;
    }

    private static boolean isTableHead(Said said) {
        int heads = said.count(Cue.COLUMN);
        return heads >= 3 && heads * 5 >= said.size() * 2 && !said.has(Cue.REMARK);
    }

    private boolean isSignature(String line, Said said) {
        if (said.size() > 2 * SHORT) {
            return false;
        }
        if (SIGNED.matcher(line).lookingAt()) {
            return said.size() <= SHORT || !line.startsWith("Dr");
        }
        int last = said.size() - 1;
        while (last > 0
                && (said.words().get(last).length() <= 1
                        || Character.isDigit(said.words().get(last).charAt(0)))) {
            last--;
        }
        return said.size() <= SHORT + 2
                && last > 0
                && cues.is(Cue.CREDENTIAL, said.words().get(last))
                && isName(line, said.words().get(last));
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
