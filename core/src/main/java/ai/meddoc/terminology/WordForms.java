package ai.meddoc.terminology;

import java.text.Normalizer;
import java.util.Set;

/**
 * Folds a word to the form under which terms and text meet: lower case, no accents, American spelling, singular. The
 * folding is deliberately light: a form is for comparing, never for showing. Stateless and thread-safe.
 */
public final class WordForms {

    /** Words that end like a plural and are none. */
    private static final Set<String> NO_PLURAL = Set.of("hers", "does", "this", "goes", "lens", "pus", "gas", "yes");

    private WordForms() {}

    /** The folded form of {@code text[start,end)}; a single word without white space. */
    public static String fold(CharSequence text, int start, int end) {
        StringBuilder word = new StringBuilder(end - start);
        fold(text, start, end, word);
        return word.toString();
    }

    /** As {@link #fold(CharSequence, int, int)}, into a builder that is emptied first. */
    public static void fold(CharSequence text, int start, int end, StringBuilder word) {
        word.setLength(0);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                word.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            } else if (c == '\u2019' || c == '\u2018') {
                word.append('\'');
            } else {
                word.append(withoutAccent(c));
            }
        }
        dropPossessive(word);
        foldRoman(word);
        foldSpelling(word);
        if (!isNoPlural(word)) {
            foldPlural(word);
        }
    }

    public static String fold(String word) {
        return fold(word, 0, word.length());
    }

    private static boolean isNoPlural(StringBuilder word) {
        return word.length() <= 4 && word.length() > 2 && NO_PLURAL.contains(word.toString());
    }

    private static String withoutAccent(char c) {
        String plain = Normalizer.normalize(String.valueOf(Character.toLowerCase(c)), Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK) {
                kept.append(plain.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Stages and types are written both ways: "IIIb" is "3b". "I", "IV" and "V" mean too much else. */
    private static void foldRoman(StringBuilder word) {
        int ones = 0;
        while (ones < word.length() && word.charAt(ones) == 'i') {
            ones++;
        }
        boolean letter = word.length() == ones + 1 && word.charAt(ones) >= 'a' && word.charAt(ones) <= 'c';
        if ((ones == 2 || ones == 3) && (word.length() == ones || letter)) {
            word.replace(0, ones, ones == 2 ? "2" : "3");
        }
    }

    private static void dropPossessive(StringBuilder word) {
        int n = word.length();
        if (n > 2 && word.charAt(n - 1) == 's' && word.charAt(n - 2) == '\'') {
            word.setLength(n - 2);
        } else if (n > 1 && word.charAt(n - 1) == '\'') {
            word.setLength(n - 1);
        }
    }

    /** British to American: oedema, anaemia, tumour, -isation; the same on both sides, so over-folding does no harm. */
    private static void foldSpelling(StringBuilder word) {
        int write = 0;
        int n = word.length();
        for (int read = 0; read < n; read++) {
            char c = word.charAt(read);
            char next = read + 1 < n ? word.charAt(read + 1) : 0;
            boolean digraph = next == 'e' && (c == 'a' || c == 'o') && n > 4 && read + 2 < n;
            if (!digraph) {
                word.setCharAt(write++, c);
            }
        }
        word.setLength(write);
        replaceEnd(word, "our", "or", 5);
        replaceEnd(word, "ours", "ors", 6);
        replaceEnd(word, "isation", "ization", 8);
        replaceEnd(word, "ised", "ized", 6);
    }

    private static void foldPlural(StringBuilder word) {
        int n = word.length();
        if (n < 4 || word.charAt(n - 1) != 's') {
            if (n > 5) {
                foldLatinPlural(word);
            }
            return;
        }
        char before = word.charAt(n - 2);
        if (before == 's' || before == 'u' || before == 'i') {
            return;
        }
        if (endsWith(word, "ies") && n > 4) {
            word.setLength(n - 3);
            word.append('y');
        } else if (endsWith(word, "oses")
                || endsWith(word, "ases") && n > 7
                || endsWith(word, "eses")
                || endsWith(word, "yses")) {
            word.setCharAt(n - 2, 'i');
        } else if (endsWith(word, "sses")
                || endsWith(word, "xes")
                || endsWith(word, "ches")
                || endsWith(word, "shes")
                || endsWith(word, "zes")
                || endsWith(word, "ses") && word.charAt(n - 4) == 'u') {
            word.setLength(n - 2);
        } else {
            word.setLength(n - 1);
        }
    }

    private static void foldLatinPlural(StringBuilder word) {
        replaceEnd(word, "culi", "culus", 6);
        replaceEnd(word, "mbi", "mbus", 6);
        replaceEnd(word, "boli", "bolus", 6);
        replaceEnd(word, "ommata", "oma", 7);
        replaceEnd(word, "omata", "oma", 7);
    }

    private static void replaceEnd(StringBuilder word, String end, String by, int minimum) {
        if (word.length() >= minimum && endsWith(word, end)) {
            word.setLength(word.length() - end.length());
            word.append(by);
        }
    }

    private static boolean endsWith(StringBuilder word, String end) {
        int offset = word.length() - end.length();
        if (offset < 0) {
            return false;
        }
        for (int i = 0; i < end.length(); i++) {
            if (word.charAt(offset + i) != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
