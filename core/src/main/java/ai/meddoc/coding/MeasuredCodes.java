package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Token;
import java.util.Locale;

/**
 * Codes that a measured value decides: the body mass index of adults (Z68, Official Guidelines I.B.14) and the weeks of
 * gestation (Z3A, I.C.15.a.3). Immutable; thread-safe.
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
        return code.startsWith("Z68") || code.startsWith("Z3A");
    }

    /** The code's index for the figure nearest to the mention, {@link #NONE} where there is none. */
    int code(DocumentText text, TextWords words, Mention mention) {
        boolean weeks = release.codeAt(mention.node()).startsWith("Z3A");
        double value = nearest(text, words, mention, weeks);
        String code = Double.isNaN(value) ? "" : weeks ? gestation(value) : bodyMassIndex(value);
        return code.isEmpty() ? NONE : release.indexOf(code);
    }

    /** "BMI of 32.4": the figure follows; "24 weeks": it goes before. */
    private static double nearest(DocumentText text, TextWords words, Mention mention, boolean before) {
        int count = words.words(mention.sentence()).length;
        for (int i = 0; i <= REACH; i++) {
            int at = before ? mention.lastToken() - i : mention.firstToken() + i;
            if (at >= 0 && at < count) {
                Token token = words.token(mention.sentence(), at);
                if (token.kind() == Token.Kind.NUMBER) {
                    return Double.parseDouble(text.quote(token.span()).replace(",", ""));
                }
            }
        }
        return Double.NaN;
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
