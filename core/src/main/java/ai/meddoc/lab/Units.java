package ai.meddoc.lab;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads units as reports print them and brings spellings of one unit to one form. Immutable tables, thread-safe. */
final class Units {

    private static final Map<String, Set<String>> PARTS = parts();
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("seconds", "sec"),
            Map.entry("second", "sec"),
            Map.entry("secs", "sec"),
            Map.entry("s", "sec"),
            Map.entry("mg%", "mg/dl"),
            Map.entry("g%", "g/dl"),
            Map.entry("gm%", "g/dl"),
            Map.entry("gm/dl", "g/dl"),
            Map.entry("ng/ml", "ug/l"),
            Map.entry("pg/ml", "ng/l"),
            Map.entry("ug/ml", "mg/l"),
            Map.entry("uu/ml", "mu/l"),
            Map.entry("mm/h", "mm/hr"),
            Map.entry("mm/hour", "mm/hr"),
            Map.entry("mm/1hr", "mm/hr"),
            Map.entry("femtoliters", "fl"),
            Map.entry("picograms", "pg"),
            Map.entry("um3", "fl"),
            Map.entry("mosmol/kg", "mosm/kg"),
            Map.entry("/hp", "/hpf"),
            Map.entry("/lp", "/lpf"),
            Map.entry("ratio", ""),
            Map.entry("calc", ""),
            Map.entry("index", ""),
            Map.entry("titer", ""),
            Map.entry("%ofhb", "%"));
    private static final Set<String> THOUSANDS = Set.of(
            "k/ul",
            "10^3/ul",
            "10^9/l",
            "thou/ul",
            "thousand/ul",
            "thousands/ul",
            "th/ul",
            "1000/ul",
            "bil/l",
            "giga/l",
            "kcells/ul");
    private static final Set<String> MILLIONS = Set.of(
            "m/ul",
            "10^6/ul",
            "10^12/l",
            "mill/ul",
            "mil/ul",
            "million/ul",
            "millions/ul",
            "tril/l",
            "tera/l",
            "mcells/ul");

    /** The spellings met most, worked out once. */
    private static final Map<String, String> COMMON = common();

    private Units() {}

    private static Map<String, String> common() {
        Map<String, String> common = new HashMap<>();
        String spellings =
                "|%|mg/dL|g/dL|mmol/L|mEq/L|U/L|IU/L|K/uL|M/uL|fL|pg|ng/mL|pg/mL|ug/dL|ng/dL|ug/mL|mg/L|uIU/mL|mIU/L|"
                        + "mL/min/1.73m2|mL/min|x10E3/uL|x10E6/uL|10^3/uL|10^6/uL|10^9/L|10^12/L|x10^9/L|umol/L|nmol/L|pmol/L|sec|"
                        + "mm/hr|mg/dl|g/dl|/HPF|mg/g|ratio|calc|mmHg|IU/mL|U/mL|ng/L|g/L|mOsm/kg";
        for (String spelling : spellings.split("\\|")) {
            common.put(spelling, computed(spelling));
        }
        return Map.copyOf(common);
    }

    private static Map<String, Set<String>> parts() {
        Map<String, Set<String>> parts = new HashMap<>();
        for (List<String> row : RuleFile.rows(Units.class, "units.tsv", 2)) {
            parts.computeIfAbsent(row.get(1), k -> new HashSet<>()).add(row.get(0));
        }
        return parts;
    }

    private static boolean is(String kind, String part) {
        return PARTS.getOrDefault(kind, Set.of()).contains(part);
    }

    /** Offset after the laboratory unit at {@code from}, or -1. */
    static int end(CharSequence text, int from, int to) {
        char first = Scan.at(text, from, to);
        int at = from;
        if ((first == 'x' || first == 'X' || first == '\u00d7') && isTen(text, Scan.spaces(text, from + 1, to), to)) {
            at = Scan.spaces(text, from + 1, to);
        }
        int power = powerOfTen(text, at, to);
        if (power > 0) {
            return denominators(text, Scan.spaces(text, power, to), to, power, true);
        }
        if (first == '/') {
            return denominators(text, from, to, -1, false);
        }
        if (first == '%') {
            return from + 1;
        }
        int word = wordEnd(text, from, to);
        return word == from ? -1 : fromWord(text, from, word, to);
    }

    private static int fromWord(CharSequence text, int from, int word, int to) {
        String top = fold(text, from, word);
        int slash = Scan.spaces(text, word, to);
        if (Scan.at(text, word, to) == '%' && (is("TOP", top) || top.equals("gm"))) {
            return word + 1;
        }
        if (is("TOP", top) && (slash == word || slash == word + 1) && Scan.at(text, slash, to) == '/') {
            int end = denominators(text, slash, to, -1, false);
            if (end > 0) {
                return end;
            }
        }
        if (top.equals("mm") && Scan.startsWith(text, slash, to, "hg")) {
            return slash + 2;
        }
        return is("ALONE", top) && !(word - from == 1 && Character.isUpperCase(text.charAt(from)) && !top.equals("u"))
                ? word
                : -1;
    }

    /** Reads "/dL", "/min/1.73 m2", "/ 24 h" one after the other. */
    private static int denominators(CharSequence text, int from, int to, int none, boolean optional) {
        int end = none;
        int at = from;
        while (Scan.at(text, at, to) == '/') {
            int part = Scan.spaces(text, at + 1, to);
            int partEnd = part > at + 2 ? -1 : denominatorEnd(text, part, to);
            if (partEnd < 0) {
                break;
            }
            end = partEnd;
            at = partEnd;
        }
        return end > 0 && (end != none || optional) ? suffix(text, end, to) : end;
    }

    private static int denominatorEnd(CharSequence text, int from, int to) {
        if (Scan.isDigit(Scan.at(text, from, to))) {
            int digits = Digits.end(text, from, to);
            int word = digits < 0 ? -1 : Scan.spaces(text, digits, to);
            int end = word < 0 ? -1 : squareMetre(text, word, to);
            if (end > 0) {
                return end;
            }
            if (digits > 0 && text.subSequence(from, digits).toString().equals("1.73")) {
                return digits;
            }
            end = word < 0 ? -1 : wordEnd(text, word, to);
            return end > word && word >= 0 && is("BOTTOM", fold(text, from, digits) + fold(text, word, end))
                    ? end
                    : end > word && word >= 0 && is("BOTTOM", fold(text, word, end)) ? end : -1;
        }
        int end = wordEnd(text, from, to);
        if (end == from) {
            return -1;
        }
        String word = fold(text, from, end);
        if (word.equals("mm") && (Scan.at(text, end, to) == '^' || Scan.at(text, end, to) == '\u00b3')) {
            return end + (Scan.at(text, end, to) == '^' ? 2 : 1);
        }
        if (word.equals("cu") && Scan.startsWith(text, Scan.spaces(text, end, to), to, "mm")) {
            return Scan.spaces(text, end, to) + 2;
        }
        return is("BOTTOM", word) ? end : -1;
    }

    private static int squareMetre(CharSequence text, int from, int to) {
        for (String form : new String[] {"m^2", "m2", "m\u00b2", "sq.m", "sq m", "sqm", "m*2"}) {
            if (Scan.startsWith(text, from, to, form)) {
                return from + form.length();
            }
        }
        return -1;
    }

    private static int suffix(CharSequence text, int end, int to) {
        int from = Scan.spaces(text, end, to);
        int word = from > end + 1 ? from : wordEnd(text, from, to);
        return word > from && is("SUFFIX", fold(text, from, word)) ? word : end;
    }

    private static boolean isTen(CharSequence text, int at, int to) {
        return Scan.at(text, at, to) == '1' && Scan.at(text, at + 1, to) == '0';
    }

    /** "10^3", "10*3", "10E3", "10(3)", "10e9": offset after it, or -1. */
    private static int powerOfTen(CharSequence text, int from, int to) {
        char sign = Scan.at(text, from + 2, to);
        if (!isTen(text, from, to)) {
            return -1;
        }
        if (sign == '\u00b3' || sign == '\u2076' || sign == '\u2079') {
            return from + 3;
        }
        if ("^*eE(".indexOf(sign) < 0 || sign == 0) {
            return -1;
        }
        int at = from + 3;
        while (Scan.isDigit(Scan.at(text, at, to))) {
            at++;
        }
        return at == from + 3 ? -1 : Scan.at(text, at, to) == ')' ? at + 1 : at;
    }

    private static int wordEnd(CharSequence text, int from, int to) {
        int at = from;
        while (at < to
                && (Scan.isLetter(text.charAt(at))
                        || at > from && (Scan.isDigit(text.charAt(at)) || text.charAt(at) == '\u00b3'))) {
            at++;
        }
        return at;
    }

    /** Whether a word right after a number makes it a dose, a length or a time. */
    static boolean isDose(CharSequence text, int from, int to) {
        int end = wordEnd(text, from, to);
        return end > from && is("DOSE", fold(text, from, end));
    }

    private static String fold(CharSequence text, int from, int to) {
        StringBuilder folded = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            folded.append(c == '\u00b5' || c == '\u03bc' ? 'u' : Character.toLowerCase(c));
        }
        return folded.toString();
    }

    /** One form for all spellings of a unit: {@code "x10E3/uL"}, {@code "10^9/L"} and {@code "K/uL"} are equal after it. */
    static String canonical(String unit) {
        String common = COMMON.get(unit);
        return common != null ? common : computed(unit);
    }

    private static String computed(String unit) {
        String folded = fold(unit, 0, unit.length())
                .replace(" ", "")
                .replace("mcg", "ug")
                .replace("mcl", "ul")
                .replace("mcmol", "umol");
        folded = folded.replace("cumm", "ul")
                .replace("cmm", "ul")
                .replace("mm^3", "ul")
                .replace("mm3", "ul")
                .replace("mm\u00b3", "ul");
        folded = folded.replace("iu", "u").replace("mcu", "uu");
        folded = folded.replace("10*", "10^")
                .replace("10e", "10^")
                .replace("10(", "10^")
                .replace(")", "")
                .replace("10\u00b3", "10^3");
        if (folded.startsWith("x10") || folded.startsWith("\u00d710")) {
            folded = folded.substring(1);
        }
        if (THOUSANDS.contains(folded)) {
            return "k/ul";
        }
        if (MILLIONS.contains(folded)) {
            return "m/ul";
        }
        if (folded.startsWith("cells/")) {
            folded = folded.substring(5);
        }
        if (folded.startsWith("ml/min/1.73")) {
            return "ml/min/1.73m2";
        }
        return SAME.getOrDefault(folded, folded).toLowerCase(Locale.ROOT);
    }
}
