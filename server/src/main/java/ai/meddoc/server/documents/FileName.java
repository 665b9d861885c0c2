package ai.meddoc.server.documents;

import ai.meddoc.server.problems.ProblemException;
import java.util.Locale;

/**
 * Checks an uploaded file's name. It is only ever shown, never used as a path; yet it reaches tables, downloads and
 * spreadsheets, so names that attack one of them are refused rather than mended.
 */
final class FileName {

    private static final int MAX = 255;

    /** What starts a formula in a spreadsheet; in some languages' also in its wide form. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private FileName() {}

    static String checked(String name) {
        if (name.isBlank()) {
            throw ProblemException.malformed("The file has no name: send filename=\"...\" with it.");
        }
        if (name.length() > MAX) {
            throw ProblemException.malformed(
                    "The file name has " + name.length() + " characters; the limit is " + MAX + ".");
        }
        if (name.chars().anyMatch(FileName::isInvisible)) {
            throw ProblemException.malformed("The file name holds control or text-direction characters.");
        }
        if (isPath(name)) {
            throw ProblemException.malformed("The file name must not hold a path: no /, no \\, no .. .");
        }
        if (name.indexOf('<') >= 0 || name.indexOf('>') >= 0) {
            throw ProblemException.malformed("The file name must not hold < or >.");
        }
        if (FORMULA.indexOf(name.charAt(0)) >= 0) {
            throw ProblemException.malformed("The file name must not start with =, +, - or @.");
        }
        return name;
    }

    private static boolean isPath(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0
                || lower.contains("%2f")
                || lower.contains("%5c")
                || lower.contains("%2e%2e")
                || lower.contains("%00")
                || name.equals(".")
                || name.startsWith("..");
    }

    /** Joiners (U+200C, U+200D) are not among them: Persian and Indic names need them. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || c == 0x061C
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0xFFFD;
    }
}
