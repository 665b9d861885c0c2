package ai.meddoc.evaluation;

import java.util.Locale;

/** Brings codes of any source to one form: upper case, the dot after the category. */
public final class CodeForm {

    private CodeForm() {}

    public static String of(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replace(".", "").strip();
        return plain.length() > 3 ? plain.substring(0, 3) + "." + plain.substring(3) : plain;
    }

    static String category(String code) {
        return code.substring(0, Math.min(3, code.length()));
    }
}
