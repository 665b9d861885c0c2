package ai.meddoc.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts right what a recogniser confuses where the shape of a word leaves one reading: {@code 1} for {@code I} at the
 * head of an ICD-10-CM code, {@code O} and {@code l} among digits, units and A1c. A word that could be right stays as it is. Letters
 * are replaced one for one, so that boxes still fit.
 */
final class OcrRepair {

    /** A code after its letter: the last two places before the dot, and what follows (never I or O in ICD-10-CM). */
    private static final Pattern CODE =
            Pattern.compile("([(\\[]?)([A-TV-Z])([0-9OlI]{2})\\.([0-9A-ZlO]{1,4})([)\\],;:.]?)");

    /** What is left of a code in I00-I99 or another chapter when its letter was read as a digit. */
    private static final Pattern HEADLESS = Pattern.compile("([(\\[]?)[1l|]([0-9]{2}\\.[0-9]{1,4})([)\\],;:.]?)");

    private static final Pattern NUMBER =
            Pattern.compile("([<>]?=?)([0-9OolI|]{1,7})([.,\\-][0-9OolI|]{1,7})?([%,;)]?)");
    /** International units: no unit is spelt with a small l before U. */
    private static final Pattern UNIT = Pattern.compile("[umk\\u00b5]?(?:lU|lu|Iu)/(?:m?L|kg|g)[,;.]?");

    private static final Pattern A1C = Pattern.compile("(?:Hb|Hgb)?A[lI][cC][,;:.]?");
    /** A decimal with a speck behind it. */
    private static final Pattern DOTTED = Pattern.compile("[<>]?[0-9]{1,5}\\.[0-9]{1,4}\\.");

    private static final int NEAR = 6;

    private OcrRepair() {}

    /** The same words in the same order, some of them repaired. */
    static List<OcrWord> of(List<OcrWord> words) {
        List<OcrWord> repaired = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            OcrWord word = words.get(i);
            String text = word.text();
            String better = text.length() > 14 ? text : repair(text, words, i);
            repaired.add(better.equals(text) ? word : word.withText(better));
        }
        return repaired;
    }

    private static String repair(String text, List<OcrWord> words, int i) {
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            return text.substring(0, code.start(3)) + digits(code.group(3)) + "." + digits(code.group(4))
                    + code.group(5);
        }
        Matcher headless = HEADLESS.matcher(text);
        if (headless.matches() && isAmongCodes(words, i)) {
            return headless.group(1) + "I" + headless.group(2) + headless.group(3);
        }
        if (UNIT.matcher(text).matches()) {
            return text.replace("lU", "IU").replace("lu", "IU").replace("Iu", "IU");
        }
        if (A1C.matcher(text).matches()) {
            return text.replace("Al", "A1").replace("AI", "A1");
        }
        if (DOTTED.matcher(text).matches() && endsCell(words, i)) {
            return text.substring(0, text.length() - 1);
        }
        Matcher number = NUMBER.matcher(text);
        return number.matches() && isNumber(text) ? number(text) : text;
    }

    /** Whether the next cell of a row follows: no sentence ends here. */
    private static boolean endsCell(List<OcrWord> words, int i) {
        OcrWord word = words.get(i);
        OcrWord next = i + 1 < words.size() ? words.get(i + 1) : word;
        return next.left() - word.right() > PrintedLine.CELL_GAP * word.size()
                && Math.abs(next.baseline() - word.baseline()) < 0.5f * word.size();
    }

    /** Mostly digits, with a digit beside each letter: not O2, Ol, ll or a Roman numeral. */
    private static boolean isNumber(String text) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            letters += "OolI|".indexOf(c) >= 0 ? 1 : 0;
        }
        boolean leadingLetter = !text.isEmpty() && "OolI|".indexOf(text.charAt(0)) >= 0;
        boolean decimal = text.length() > 2 && text.charAt(1) == '.';
        return letters > 0 && letters < digits && (!leadingLetter || decimal || digits >= 3);
    }

    private static String number(String text) {
        return text.replace('O', '0')
                .replace('o', '0')
                .replace('l', '1')
                .replace('I', '1')
                .replace('|', '1');
    }

    private static String digits(String text) {
        return text.replace('O', '0').replace('l', '1').replace('I', '1');
    }

    /** 150.23 alone is a number; beside the word ICD or another code it is a code. */
    private static boolean isAmongCodes(List<OcrWord> words, int i) {
        for (int k = Math.max(0, i - NEAR); k < Math.min(words.size(), i + NEAR + 1); k++) {
            OcrWord word = words.get(k);
            boolean sameLine = Math.abs(word.baseline() - words.get(i).baseline()) < 2.5f * word.size();
            String text = word.text().toUpperCase(Locale.ROOT);
            if (k != i
                    && sameLine
                    && (text.contains("ICD") || CODE.matcher(word.text()).matches())) {
                return true;
            }
        }
        return false;
    }
}
