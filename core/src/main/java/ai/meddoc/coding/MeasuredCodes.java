package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Token;
import java.util.Locale;

/**
 * Codes that a measured value decides: the body mass index of adults (Z68, Official Guidelines I.B.14), the weeks of
 * gestation (Z3A, I.C.15.a.3) and the score of the stroke scale (R29.7, I.C.18.i). Immutable; thread-safe.
 */
final class MeasuredCodes {

    /** The value is no value of this kind. */
    static final int NONE = -1;

    private static final int REACH = 6;

    private final Icd10Cm release;

    MeasuredCodes(Icd10Cm release) {
        this.release = release;
    }

    boolean decides(String code) {
        return code.startsWith("Z68") || code.startsWith("Z3A") || code.startsWith("R29.7");
    }

    /** The code's index for the figure nearest to the mention, {@link #NONE} where there is none. */
    int code(DocumentText text, TextWords words, Mention mention) {
        String measured = release.codeAt(mention.node()).substring(0, 3);
        double value = nearest(text, words, mention, measured.equals("Z3A"));
        String code = Double.isNaN(value) ? "" : code(measured, value);
        return code.isEmpty() ? NONE : release.indexOf(code);
    }

    private static String code(String measured, double value) {
        return switch (measured) {
            case "Z3A" -> gestation(value);
            case "R29" -> strokeScale(value);
            default -> bodyMassIndex(value);
        };
    }

    private static String strokeScale(double score) {
        return score < 0 || score > 42 ? "" : String.format(Locale.ROOT, "R29.7%02d", (int) score);
    }

    /** "BMI of 32.4": the figure follows; "24 weeks": it goes before. */
    private static double nearest(DocumentText text, TextWords words, Mention mention, boolean before) {
        int count = words.words(mention.sentence()).length;
        for (int i = 0; i <= REACH; i++) {
            int at = before ? mention.lastToken() - i : mention.firstToken() + i;
            if (at >= 0 && at < count) {
                Token token = words.token(mention.sentence(), at);
                if (token.kind() == Token.Kind.NUMBER && !isRange(text.text(), token)) {
                    return Double.parseDouble(text.quote(token.span()).replace(",", ""));
                }
            }
        }
        return Double.NaN;
    }

    /** "BMI 30-39.9" names a class, no value. */
    private static boolean isRange(String text, Token number) {
        return isDashed(text, number.start() - 1, -1) || isDashed(text, number.end(), 1);
    }

    private static boolean isDashed(String text, int dash, int step) {
        int behind = dash + step;
        return dash >= 0
                && behind >= 0
                && Math.max(dash, behind) < text.length()
                && (text.charAt(dash) == '-' || text.charAt(dash) == '\u2013')
                && Character.isDigit(text.charAt(behind));
    }

    static String bodyMassIndex(double value) {
        if (value < 10 || value >= 100) {
            return "";
        }
        if (value < 20) {
            return "Z68.1";
        }
        if (value < 40) {
            return String.format(Locale.ROOT, "Z68.%d", (int) value);
        }
        int tens = value < 45 ? 1 : value < 50 ? 2 : value < 60 ? 3 : value < 70 ? 4 : 5;
        return "Z68.4" + tens;
    }

    private static String gestation(double weeks) {
        if (weeks < 8 || weeks > 42) {
            return weeks > 0 && weeks < 8 ? "Z3A.01" : "";
        }
        return String.format(Locale.ROOT, "Z3A.%02d", (int) weeks);
    }
}
