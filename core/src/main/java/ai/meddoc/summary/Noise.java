package ai.meddoc.summary;

import ai.meddoc.text.CuedPattern;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells lines that no summary quotes: letterheads, names and numbers of patients, signatures, table headings. */
final class Noise {

    private static final Pattern SIGNED = Pattern.compile(
            "\\W*(?:e-?signed|electronically|signed|dictated|transcribed|read by|reviewed by|verified by|authenticated|attending\\b[^:]{0,12}:"
                    + "|provider:|radiologist\\b|interpreted by|reported by|sincerely|with kind regards|kind regards|yours|page \\d|end of report|cc:|dr\\.? "
                    + "|\\*{2,})",
            Pattern.CASE_INSENSITIVE);
    private static final String SIGNED_FIRST = "edstrvaipyckwEDSTRVAIPYCKW";
    private static final CuedPattern DATE = CuedPattern.compile(
            "\\b\\d{1,4}[/.-](?:\\d{1,2}|[A-Za-z]{3})[/.-]\\d{2,4}\\b|\\b\\d{1,2} [A-Z][a-z]{2,8},? \\d{4}\\b|\\b[A-Z][a-z]{2,8} \\d{1,2}, \\d{4}\\b");
    private static final Pattern COLUMNS = Pattern.compile("\\S\\h{3,}\\S|_{3,}|\\|.*\\||\\.{4,}|\\^");
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
        return brief || !says && isTitle(line) || hasColumns(line);
    }

    private static boolean hasColumns(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : 0;
            if (c == '|' || c == '^' || c == next && (c == '_' || c == '.') || isBlank(c) && isBlank(next)) {
                return COLUMNS.matcher(line).find();
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Fields of who, where and when; a sentence that ends in a stop tells a story. */
    private static boolean isForm(String line, Said said) {
        int fields = said.count(Cue.IDENTITY);
        boolean form = !line.endsWith(".") || line.indexOf(':') >= 0 || said.size() < SHORT;
        return fields >= 2 && form || fields == 1 && isDated(line, said);
    }

    private static boolean isDated(String line, Said said) {
        return said.size() < 2 * SHORT && hasFigure(line) && DATE.isIn(line);
    }

    private static boolean hasFigure(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
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
        if (mayBeSigned(line) && SIGNED.matcher(line).lookingAt()) {
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

    /** The first letters of what {@link #SIGNED} looks for; nearly every line ends here. */
    private static boolean mayBeSigned(String line) {
        int at = 0;
        while (at < line.length() && !Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        return line.lastIndexOf("**", at) >= 0 || at < line.length() && SIGNED_FIRST.indexOf(line.charAt(at)) >= 0;
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
        int word = 0;
        boolean bracket = false;
        boolean lower = false;
        for (int i = 0; i <= said.length(); i++) {
            char c = i < said.length() ? said.charAt(i) : ' ';
            boolean parts = bracket || c == '(' || Character.isWhitespace(c);
            bracket = bracket ? c != ')' : c == '(';
            if (!parts) {
                lower = word == 0 ? Character.isLowerCase(c) : lower;
                word++;
            } else if (lower && word > 3) {
                return false;
            } else {
                word = 0;
                lower = false;
            }
        }
        return true;
    }
}
