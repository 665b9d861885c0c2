package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.SentenceContext;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Codes that the provider wrote down: "Dx: N18.6", "ICD-10: D50.0", "(I10)". A code with its point speaks for itself; one
 * without needs a label before it or brackets around it, since "B12" and "T4" are no codes. Immutable; thread-safe.
 */
final class PrintedCodes {

    static final String RULE = "PRINTED-CODE";

    /** The fewest characters of a code, and where its point stands. */
    private static final int CATEGORY = 3;

    private static final int LONGEST = 8;

    private static final int HCPCS = 5;

    /** How far before a code its label may stand, in characters. */
    private static final int LABEL_REACH = 60;

    private static final Pattern LABEL = Pattern.compile(
            "\\b(?:icd(?:[- ]?10)?(?:[- ]?cm)?|dx|diagnos[ei]s|diag)\\b(?:[\\s:#=,/(-]|codes?\\b|[a-z]\\d[0-9ab][0-9a-z.]*+)*+$");
    private static final Pattern DOUBT =
            Pattern.compile("\\b(?:r/o|rule out|exclude|excludes1?|cpt|hcpcs|not)\\W[^.;\\n]{0,20}$");

    private final Icd10Cm release;

    PrintedCodes(Icd10Cm release) {
        this.release = release;
    }

    void read(CodingInput input, List<Statement> found) {
        String text = input.text().text();
        for (int at = 0; at + CATEGORY <= text.length(); at++) {
            if (begins(text, at)) {
                int end = end(text, at);
                String code = code(text, at, end);
                if (release.isBillable(code) && isMeant(text, at, end)) {
                    add(new Span(at, end), code, input, found);
                }
                at = end - 1;
            }
        }
    }

    private static void add(Span span, String code, CodingInput input, List<Statement> found) {
        Statement statement = Statement.at(span, code, RULE, input);
        SentenceContext context = input.contexts().get(statement.sentence());
        Assertion assertion = context.assertionOf(span);
        boolean patient = assertion.experiencer() == Assertion.Experiencer.PATIENT;
        if (patient && assertion.presence() == Assertion.Presence.PRESENT) {
            found.add(statement);
        }
    }

    /** A capital, a figure and a figure, A or B, where a word begins. */
    private static boolean begins(String text, int at) {
        char letter = text.charAt(at);
        char third = text.charAt(at + 2);
        return letter >= 'A'
                && letter <= 'Z'
                && isFigure(text.charAt(at + 1))
                && (isFigure(third) || third == 'A' || third == 'B')
                && (at == 0 || !isPart(text.charAt(at - 1)));
    }

    private static int end(String text, int start) {
        int end = start + CATEGORY;
        boolean point = end + 1 < text.length() && text.charAt(end) == '.' && isPart(text.charAt(end + 1));
        end += point ? 1 : 0;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** With its point, or empty when it cannot be a code. */
    private static String code(String text, int start, int end) {
        String printed = end - start > LONGEST ? "" : text.substring(start, end);
        boolean bare = printed.length() > CATEGORY && printed.charAt(CATEGORY) != '.';
        return bare ? printed.substring(0, CATEGORY) + '.' + printed.substring(CATEGORY) : printed;
    }

    private static boolean isMeant(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - LABEL_REACH), start).toLowerCase(Locale.ROOT);
        if (DOUBT.matcher(before).find()) {
            return false;
        }
        boolean pointed = end > start + CATEGORY && text.charAt(start + CATEGORY) == '.';
        return pointed || isBracketed(text, start, end) || LABEL.matcher(before).find();
    }

    /** In brackets; a letter with four figures there may as well be a HCPCS code of a service. */
    private static boolean isBracketed(String text, int start, int end) {
        return end - start != HCPCS
                && start > 0
                && end < text.length()
                && "([".indexOf(text.charAt(start - 1)) >= 0
                && ")],;".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9';
    }
}
